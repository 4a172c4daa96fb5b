import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { holidays } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { roles } from '#db/vocabulary/roles.ts'
import { closeTicket } from '#app/domain/tickets/close-ticket.server.ts'
import { lookAgain } from '#app/domain/tickets/look-again.server.ts'
import { mergeTicket } from '#app/domain/tickets/merge-ticket.server.ts'
import { pauseTicket } from '#app/domain/tickets/pause-ticket.server.ts'
import { recordFirstContact } from '#app/domain/tickets/record-first-contact.server.ts'
import { resolveTicket } from '#app/domain/tickets/resolve-ticket.server.ts'
import { resumeTicket } from '#app/domain/tickets/resume-ticket.server.ts'
import { writeAsCustomer } from '#app/domain/tickets/write-as-customer.server.ts'
import { writeMessage } from '#app/domain/tickets/write-message.server.ts'
import { writeNote } from '#app/domain/tickets/write-note.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { permissions } from '#app/platform/permissions.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { eventsOf } from './events-of.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const desk = async () => contextOf(database.db, await aColleague(database.db, 'desk'))
const key = () => `key-${String(serial()).padStart(24, '0')}`
const customerOf = (ctx: Ctx, id: number) => ({
  ...ctx,
  actor: { kind: 'customer' as const, ticketId: id },
})
const standing = async (number: string) => {
  const [row] = await database.db.select().from(tickets).where(eq(tickets.number, number))
  return row!
}
const says = (ctx: Ctx, id: number) =>
  writeAsCustomer(customerOf(ctx, id), { body: '还没好', submissionKey: key() })
const answers = (ctx: Ctx, number: string) =>
  writeMessage(ctx, number, { body: '明天来', submissionKey: key() })
/** When the desk opens on a day, in Shanghai. */
const opening = (day: string) => new Date(`${day}T00:30:00.000Z`)

describe('IN-7: a ticket is to be followed up', () => {
  test('from when the customer writes until somebody answers, also after it was closed', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db, { status: 'closed' })
    await says(ctx, ticket.id)
    expect((await standing(ticket.number)).followUpAt).toEqual(ctx.now())
    await writeNote(ctx, ticket.number, { body: '看过了', submissionKey: key() })
    expect((await standing(ticket.number)).followUpAt).toEqual(ctx.now())
    await answers(ctx, ticket.number)
    expect((await standing(ticket.number)).followUpAt).toBeNull()
  })

  test('until they were reached by phone; a call nobody took answers nothing', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db, { firstContactAt: tuesdayMorning })
    await says(ctx, ticket.id)
    const call = (outcome: 'no_answer' | 'reached') =>
      recordFirstContact(ctx, ticket.number, { outcome, words: '说过了', submissionKey: key() })
    await call('no_answer')
    expect((await standing(ticket.number)).followUpAt).toEqual(ctx.now())
    await call('reached')
    expect((await standing(ticket.number)).followUpAt).toBeNull()
  })

  test('no more once it is resolved or closed', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db, { status: 'triaged' })
    await says(ctx, ticket.id)
    await resolveTicket(ctx, ticket.number, { solution: '换了铰链' })
    expect((await standing(ticket.number)).followUpAt).toBeNull()
    await says(ctx, ticket.id)
    await closeTicket(ctx, ticket.number)
    expect((await standing(ticket.number)).followUpAt).toBeNull()
  })

  test('when the desk opens on the day a pause is over; on a holiday when it opens next', async () => {
    const ctx = await desk()
    const [one, two] = [await aTicket(database.db), await aTicket(database.db)]
    await database.db
      .insert(holidays)
      .values({ day: '2026-03-26', nameZh: '盘点', nameEn: 'Stock' })
    await pauseTicket(ctx, one.number, { reason: '等配件', until: '2026-03-20' })
    await pauseTicket(ctx, two.number, { reason: '等配件', until: '2026-03-26' })
    expect((await standing(one.number)).followUpAt).toEqual(opening('2026-03-20'))
    expect((await standing(two.number)).followUpAt).toEqual(opening('2026-03-27'))
  })

  test('a pause keeps its day though the customer wrote and was answered meanwhile', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    await pauseTicket(ctx, ticket.number, { reason: '等配件', until: '2026-03-20' })
    await says(ctx, ticket.id)
    expect((await standing(ticket.number)).followUpAt).toEqual(ctx.now())
    await answers(ctx, ticket.number)
    expect((await standing(ticket.number)).followUpAt).toEqual(opening('2026-03-20'))
    await resumeTicket(ctx, ticket.number)
    expect((await standing(ticket.number)).followUpAt).toBeNull()
  })

  test('a question asked during a pause outlives it', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    await pauseTicket(ctx, ticket.number, { reason: '等配件', until: '2026-03-20' })
    await says(ctx, ticket.id)
    await resumeTicket(ctx, ticket.number)
    expect((await standing(ticket.number)).followUpAt).toEqual(ctx.now())
  })

  test('IN-6: a question on a ticket that was merged away waits on the one that goes on', async () => {
    const ctx = await desk()
    const kept = await aTicket(database.db)
    const gone = await aTicket(database.db, { phone: kept.phone, customerId: kept.customerId })
    await says(ctx, gone.id)
    await mergeTicket(ctx, gone.number, { into: kept.number, version: gone.version })
    expect((await standing(kept.number)).followUpAt).toEqual(ctx.now())
    expect((await standing(gone.number)).followUpAt).toBeNull()
  })

  test('what is said makes it a ticket that changed', async () => {
    const ctx = { ...(await desk()), now: () => new Date(tuesdayMorning.getTime() + 3_600_000) }
    const ticket = await aTicket(database.db)
    await writeNote(ctx, ticket.number, { body: '问过了', submissionKey: key() })
    expect((await standing(ticket.number)).updatedAt).toEqual(ctx.now())
  })
})

describe('looking again', () => {
  const later = { answered: 'later', day: '2026-03-19', reason: '问货到没到' } as const

  test('on a chosen day, once, with a record of it (IN-8)', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    await lookAgain(ctx, ticket.number, later)
    await lookAgain(ctx, ticket.number, later)
    expect((await standing(ticket.number)).followUpAt).toEqual(opening('2026-03-19'))
    expect(await eventsOf(database.db, ticket.id)).toEqual([
      { kind: 'look_again', data: { until: '2026-03-19', reason: '问货到没到' } },
    ])
  })

  test('no more, once there is nothing to look at', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    await says(ctx, ticket.id)
    await lookAgain(ctx, ticket.number, { answered: 'done' })
    await lookAgain(ctx, ticket.number, { answered: 'done' })
    expect((await standing(ticket.number)).followUpAt).toBeNull()
    const kinds = (await eventsOf(database.db, ticket.id)).map(({ kind }) => kind)
    expect(kinds).toEqual(['message_from_customer', 'look_again'])
  })

  test('refuses a day that is not ahead, a paused ticket, a cancelled one', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    await expect(
      lookAgain(ctx, ticket.number, { ...later, day: '2026-03-10' }),
    ).rejects.toMatchObject({ code: 'lookAgainInPast' })
    await pauseTicket(ctx, ticket.number, { reason: '等配件', until: '2026-03-20' })
    for (const form of [later, { answered: 'done' } as const]) {
      await expect(lookAgain(ctx, ticket.number, form)).rejects.toMatchObject({
        code: 'pauseHasItsDay',
      })
    }
    const cancelled = await aTicket(database.db, { status: 'cancelled' })
    await expect(lookAgain(ctx, cancelled.number, later)).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('what a customer asked during a pause may be done with; the pause’s day comes all the same', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    await pauseTicket(ctx, ticket.number, { reason: '等配件', until: '2026-03-20' })
    await says(ctx, ticket.id)
    await lookAgain(ctx, ticket.number, { answered: 'done' })
    expect((await standing(ticket.number)).followUpAt).toEqual(opening('2026-03-20'))
  })

  test.each(
    roles.filter((role) => !(permissions['ticket:triage'] as readonly string[]).includes(role)),
  )('Q-12: not by %s', async (role) => {
    const ctx = contextOf(database.db, await aColleague(database.db, role))
    const ticket = await aTicket(database.db)
    await expect(lookAgain(ctx, ticket.number, later)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
