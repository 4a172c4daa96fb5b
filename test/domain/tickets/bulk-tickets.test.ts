import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { tickets } from '#db/schema/tickets.ts'
import { assignTicket } from '#app/domain/tickets/assign-ticket.server.ts'
import { BulkForm, bulkTickets } from '#app/domain/tickets/bulk-tickets.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf } from './events-of.ts'

const database = testDatabase()
const desk = async () => contextOf(database.db, await aColleague(database.db, 'desk'))
const standing = async (number: string) => {
  const [row] = await database.db.select().from(tickets).where(eq(tickets.number, number))
  return row!
}
const marked = (...of: { number: string; version: number }[]) =>
  of.map(({ number, version }) => `${number}.${version}`)
const sent = (ctx: Ctx, form: Record<string, unknown>) => bulkTickets(ctx, BulkForm.parse(form))

describe('assigning a ticket', () => {
  test('IN-8: it is theirs from now on, once, with a record', async () => {
    const ctx = await desk()
    const owner = await aColleague(database.db, 'desk')
    const ticket = await aTicket(database.db)
    await assignTicket(ctx, ticket.number, { owner: owner.id, version: 1 })
    await assignTicket(ctx, ticket.number, { owner: owner.id, version: 1 })
    expect((await standing(ticket.number)).ownerId).toBe(owner.id)
    expect(await eventsOf(database.db, ticket.id)).toEqual([
      { kind: 'owner_changed', data: { owner: [null, owner.name] } },
    ])
  })

  test('refuses what is over, somebody who takes no tickets, and a version that is old (Q-6)', async () => {
    const ctx = await desk()
    const [owner, crew] = [
      await aColleague(database.db, 'desk'),
      await aColleague(database.db, 'crew'),
    ]
    const closed = await aTicket(database.db, { status: 'closed' })
    const ticket = await aTicket(database.db, { version: 4 })
    const assign = (number: string, to: string, version: number) =>
      assignTicket(ctx, number, { owner: to, version })
    await expect(assign(closed.number, owner.id, 1)).rejects.toMatchObject({
      code: 'ticketNotInState',
    })
    await expect(assign(ticket.number, crew.id, 4)).rejects.toMatchObject({
      code: 'ownerNotPossible',
    })
    await expect(assign(ticket.number, owner.id, 3)).rejects.toMatchObject({
      code: 'ticketChanged',
    })
  })

  test('Q-12: not by a store', async () => {
    const actor = await aColleague(database.db, 'store_manager')
    const ticket = await aTicket(database.db, { storeId: actor.storeId })
    await expect(
      assignTicket(contextOf(database.db, actor), ticket.number, { owner: null, version: 1 }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('of many at once with the same version one wins, the others are told (Q-6)', async () => {
    const ctx = await desk()
    const owners = await Promise.all(
      Array.from({ length: 6 }, () => aColleague(database.db, 'desk')),
    )
    const ticket = await aTicket(database.db)
    const results = await Promise.allSettled(
      owners.map(({ id }) => assignTicket(ctx, ticket.number, { owner: id, version: 1 })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await eventsOf(database.db, ticket.id)).toHaveLength(1)
  })
})

describe('many tickets at once', () => {
  test('assigned: one that changed or is over is told and stops none; undone, each is whose it was', async () => {
    const ctx = await desk()
    const [before, owner] = [
      await aColleague(database.db, 'desk'),
      await aColleague(database.db, 'desk'),
    ]
    const [one, two, same, changed, closed] = [
      await aTicket(database.db),
      await aTicket(database.db, { ownerId: before.id }),
      await aTicket(database.db, { ownerId: owner.id }),
      await aTicket(database.db, { version: 2 }),
      await aTicket(database.db, { status: 'closed' }),
    ]
    const ticket = [...marked(one, two, same, closed), `${changed.number}.1`, 'R0000000-9.1']
    const result = await sent(ctx, { do: 'assign', ticket, owner: owner.id })
    expect(result).toMatchObject({ did: 'assign', done: 3 })
    expect(result.failed.map(({ number, refusal }) => [number, refusal])).toEqual([
      [closed.number, 'ticketNotInState'],
      [changed.number, 'ticketChanged'],
      ['R0000000-9', 'notFound'],
    ])
    expect((await standing(two.number)).ownerId).toBe(owner.id)

    const undone = await sent(ctx, { do: 'undo', undo: result.undo })
    expect(undone).toMatchObject({ done: 2, failed: [], undo: null })
    expect((await standing(one.number)).ownerId).toBeNull()
    expect((await standing(two.number)).ownerId).toBe(before.id)
    expect((await standing(same.number)).ownerId).toBe(owner.id)
  })

  test('undoing does not undo what a colleague did since', async () => {
    const ctx = await desk()
    const [owner, other] = [
      await aColleague(database.db, 'desk'),
      await aColleague(database.db, 'desk'),
    ]
    const ticket = await aTicket(database.db)
    const { undo } = await sent(ctx, { do: 'assign', ticket: marked(ticket), owner: owner.id })
    await assignTicket(ctx, ticket.number, { owner: other.id, version: 2 })
    const undone = await sent(ctx, { do: 'undo', undo })
    expect(undone).toMatchObject({ done: 0, failed: [{ refusal: 'ticketChanged' }] })
    expect((await standing(ticket.number)).ownerId).toBe(other.id)
  })

  test('IN-7: paused with a reason and a day; one with a visit to come is not', async () => {
    const ctx = await desk()
    const [one, two] = [await aTicket(database.db), await aTicket(database.db)]
    await aConfirmedVisit(database.db, { ticketId: two.id })
    const form = { do: 'pause', ticket: marked(one, two), reason: '等配件', until: '2026-03-20' }
    const result = await sent(ctx, form)
    expect(result).toMatchObject({
      done: 1,
      failed: [{ number: two.number, refusal: 'visitStillPlanned' }],
      undo: null,
    })
    expect(await standing(one.number)).toMatchObject({
      status: 'paused',
      pauseReason: '等配件',
      pausedUntil: '2026-03-20',
    })
    // The same form twice is once.
    expect(await sent(ctx, form)).toMatchObject({ done: 1 })
    expect(await eventsOf(database.db, one.id)).toHaveLength(1)
  })

  test('IN-7: paused, and taken up again at once; a day that is over is no day', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db, { status: 'triaged' })
    const form = { do: 'pause', ticket: marked(ticket), reason: '等配件' }
    const past = sent(ctx, { ...form, until: '2020-01-01' })
    await expect(past).rejects.toMatchObject({ kind: 'invalid', code: 'pauseInPast' })
    const { undo } = await sent(ctx, { ...form, until: '2026-03-20' })
    expect(await standing(ticket.number)).toMatchObject({ status: 'paused' })
    expect(await sent(ctx, { do: 'undo', undo })).toMatchObject({ done: 1, failed: [] })
    expect(await standing(ticket.number)).toMatchObject({ status: 'triaged', pausedUntil: null })
  })

  test('tagged and untagged, each undone to what it was', async () => {
    const ctx = await desk()
    const [one, two] = [
      await aTicket(database.db, { tags: ['急'] }),
      await aTicket(database.db, { tags: ['VIP'] }),
    ]
    const tags = async () => [(await standing(one.number)).tags, (await standing(two.number)).tags]
    const put = await sent(ctx, { do: 'tag', ticket: marked(one, two), tags: '急，加单' })
    expect(await tags()).toEqual([
      ['急', '加单'],
      ['VIP', '急', '加单'],
    ])
    await sent(ctx, { do: 'undo', undo: put.undo })
    expect(await tags()).toEqual([['急'], ['VIP']])
    const off = await sent(ctx, { do: 'untag', ticket: marked(one, two), tags: '急' })
    expect(await tags()).toEqual([[], ['VIP']])
    await sent(ctx, { do: 'undo', undo: off.undo })
    expect(await tags()).toEqual([['急'], ['VIP']])
  })

  test('looked at again on a day', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    const form = { do: 'look_again', ticket: marked(ticket), day: '2026-03-19', why: '' }
    expect(await sent(ctx, form)).toMatchObject({ done: 1, failed: [] })
    expect((await standing(ticket.number)).followUpAt).toEqual(new Date('2026-03-19T00:30:00Z'))
  })

  test('Q-12: whoever may tag may not therefore assign', async () => {
    const actor = await aColleague(database.db, 'caller')
    const ctx = contextOf(database.db, actor)
    const ticket = await aTicket(database.db)
    await expect(
      sent(ctx, { do: 'assign', ticket: marked(ticket), owner: '' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await sent(ctx, { do: 'tag', ticket: marked(ticket), tags: '急' })).toMatchObject({
      done: 1,
    })
  })

  test('Q-14, Q-23: a form that makes no sense is refused', () => {
    const wrong = (form: Record<string, unknown>) => BulkForm.safeParse(form).error?.issues[0]
    expect(wrong({ do: 'assign', owner: '' })?.message).toBe('validation:markTickets')
    expect(wrong({ do: 'tag', ticket: 'R1-1.1', tags: ' ,' })?.message).toBe('validation:required')
    expect(wrong({ do: 'tag', ticket: "R1'--.1", tags: 'a' })).toBeDefined()
    expect(wrong({ do: 'close', ticket: 'R1-1.1' })).toBeDefined()
    expect(wrong({ do: 'undo', undo: '{"number":1}' })).toBeDefined()
    expect(wrong({ do: 'undo', undo: 'nonsense' })).toBeDefined()
  })
})
