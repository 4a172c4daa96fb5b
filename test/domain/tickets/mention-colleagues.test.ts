import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { staff } from '#db/schema/accounts.ts'
import { ticketMentions } from '#db/schema/desk.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import { waitingForMe } from '#app/domain/desk/index.server.ts'
import { colleaguesOfTicket } from '#app/domain/tickets/index.server.ts'
import { writeNote } from '#app/domain/tickets/write-note.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const aName = (name: string) => `${name}${serial()}号`

async function scene() {
  const { db } = database
  const [ours, theirs] = [await aStore(db), await aStore(db)]
  const named = (role: Parameters<typeof aColleague>[1], storeId?: number) =>
    aColleague(db, role, { name: aName('同事'), ...(storeId ? { storeId } : {}) })
  const people = {
    author: await named('desk'),
    caller: await named('caller'),
    guide: await named('store_guide', ours.id),
    elsewhere: await named('store_guide', theirs.id),
    warehouse: await named('warehouse'),
    gone: await named('dispatcher'),
  }
  await db.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, people.gone.id))
  const ticket = await aTicket(db, { storeId: ours.id })
  const ctx = contextOf(db, people.author)
  const write = (body: string, submissionKey = `a-key-for-one-form-${serial()}`) =>
    writeNote(ctx, ticket.number, { body, submissionKey })
  const broughtIn = async () =>
    (
      await db
        .select({ name: staff.name })
        .from(ticketMentions)
        .innerJoin(staff, eq(staff.id, ticketMentions.staffId))
        .where(eq(ticketMentions.ticketId, ticket.id))
    )
      .map(({ name }) => name)
      .sort()
  return { db, people, ticket, ctx, write, broughtIn }
}

describe('IN-9 a colleague is brought in by a note', () => {
  test('who may read the ticket and is there; the author, other stores and strangers are not', async () => {
    const { people, ticket, ctx, write, broughtIn } = await scene()
    const all = Object.values(people).map(({ name }) => `@${name}`)
    await write(`${all.join(' ')} 请看一下 @没有这个人`)
    const expected = [people.caller.name, people.guide.name].sort()
    expect(await broughtIn()).toEqual(expected)
    const offered = (await colleaguesOfTicket(ctx, ticket)).map(({ id }) => id)
    expect(offered).toEqual(expect.arrayContaining([people.caller.id, people.guide.id]))
    for (const one of ['elsewhere', 'warehouse', 'gone'] as const) {
      expect(offered).not.toContain(people[one].id)
    }
  })

  test('the same form twice brings them in once, and an event says whom', async () => {
    const { db, people, ticket, write, broughtIn } = await scene()
    const key = `a-key-for-one-form-${serial()}`
    await write(`@${people.caller.name} 请回电`, key)
    await write(`@${people.caller.name} 请回电`, key)
    expect(await broughtIn()).toEqual([people.caller.name])
    const events = await db
      .select()
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticket.id))
      .orderBy(ticketEvents.id)
    expect(events.map(({ kind, data }) => [kind, data.colleague])).toEqual([
      ['note_added', undefined],
      ['mentioned', people.caller.name],
    ])
  })

  test('it waits for them on Today, with the words of the note and who wrote it', async () => {
    const { db, people, ticket, write } = await scene()
    await write(`@${people.caller.name} 请回电`)
    const theirs = contextOf(db, people.caller)
    expect((await waitingForMe(theirs, 5)).mentions).toEqual([
      expect.objectContaining({
        number: ticket.number,
        by: people.author.name,
        note: `@${people.caller.name} 请回电`,
      }),
    ])
  })
})
