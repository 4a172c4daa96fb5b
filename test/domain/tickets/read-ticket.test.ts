import { describe, expect, test } from 'vitest'
import { readTicket } from '#app/domain/tickets/read-ticket.server.ts'
import {
  callsDue,
  countWaiting,
  pausesOver,
  visitsToAssignSoon,
} from '#app/domain/tickets/count-waiting.server.ts'
import { writeNote } from '#app/domain/tickets/write-note.server.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { anOrder } from '#test/factories/customers.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const as = async (role: Role, storeId?: number) =>
  contextOf(database.db, await aColleague(database.db, role, storeId ? { storeId } : {}))

describe('the whole ticket', () => {
  test('has its order, warranty, visits, notes, events and the names that belong to them', async () => {
    const { db } = database
    const ctx = await as('desk')
    const order = await anOrder(db)
    const ticket = await aTicket(db, {
      customerId: order.customerId!,
      orderId: order.id,
      storeId: order.storeId,
      ownerId: ctx.actor.id,
      status: 'triaged',
    })
    const visit = await aVisit(db, { ticketId: ticket.id })
    await writeNote(ctx, ticket.number, { body: '记得带工具', submissionKey: newToken() })
    const whole = await readTicket(ctx, ticket.number)
    expect(whole.order).toMatchObject({ number: order.number })
    expect(whole.warranty).toEqual({ until: '2027-06-20', covered: true })
    expect(whole.visits.map((one) => one.id)).toEqual([visit.id])
    expect(whole.notes.map((note) => note.body)).toEqual(['记得带工具'])
    expect(whole.names.get(ctx.actor.id)).toBe(ctx.actor.name)
  })

  test('IN-6: the same product with the same problem within 90 days is rework', async () => {
    const { db } = database
    const first = await aTicket(db, {
      status: 'closed',
      closedAt: new Date('2026-02-03T02:00:00Z'),
      createdAt: new Date('2026-02-01T02:00:00Z'),
    })
    const again = await aTicket(db, { customerId: first.customerId })
    const other = await aTicket(db, { customerId: first.customerId, category: 'surface' })
    const ctx = await as('desk')
    expect((await readTicket(ctx, again.number)).reworkOf).toBe(first.number)
    expect((await readTicket(ctx, other.number)).reworkOf).toBeNull()
  })

  test('IN-6: what nobody worked on comes back for the first time', async () => {
    const { db } = database
    const ctx = await as('desk')
    const before = new Date('2026-02-01T02:00:00Z')
    const on = { arrivedAt: before, startedAt: before, finishedAt: before, workDone: '换了门轨' }
    const reworkAfter = async (facts: Parameters<typeof aTicket>[1], visited = false) => {
      const first = await aTicket(db, { createdAt: before, ...facts })
      if (visited) await aConfirmedVisit(db, { ticketId: first.id, status: 'finished', ...on })
      const again = await aTicket(db, { customerId: first.customerId })
      return (await readTicket(ctx, again.number)).reworkOf === first.number
    }
    const over = { closedAt: new Date('2026-02-03T02:00:00Z') }
    expect(await reworkAfter({})).toBe(false)
    expect(await reworkAfter({ status: 'in_progress' }, true)).toBe(false)
    expect(await reworkAfter({ status: 'cancelled', ...over })).toBe(false)
    expect(await reworkAfter({ status: 'cancelled', ...over }, true)).toBe(true)
    // Two calls about one matter: the first was solved when the second had come in.
    const later = new Date(tuesdayMorning.getTime() + 3_600_000)
    expect(await reworkAfter({ status: 'resolved', resolvedAt: later })).toBe(false)
  })

  test('Q-12: another store’s is a missing one', async () => {
    const [own, other] = [await aStore(database.db), await aStore(database.db)]
    const ticket = await aTicket(database.db, { storeId: other.id })
    await expect(
      readTicket(await as('store_manager', own.id), ticket.number),
    ).rejects.toMatchObject({ kind: 'not_found' })
  })

  test.each<Role>(['crew', 'warehouse', 'purchaser'])('Q-12: not for a %s', async (role) => {
    const ticket = await aTicket(database.db)
    await expect(readTicket(await as(role), ticket.number)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('what waits today', () => {
  test('only what is one’s business is counted', async () => {
    await aVisit(database.db)
    expect(await countWaiting(await as('warehouse'))).toEqual({
      queues: null,
      visitsToAssign: null,
      callsToMake: null,
    })
    const dispatcher = await as('dispatcher')
    const waiting = await countWaiting(dispatcher)
    expect(waiting.visitsToAssign).toBeGreaterThan(0)
    expect(waiting.callsToMake).toBeNull()
    expect((await visitsToAssignSoon(dispatcher, 6)).length).toBe(waiting.visitsToAssign)
    const caller = await as('caller')
    expect((await countWaiting(caller)).callsToMake).toBe((await callsDue(caller, 6)).length)
  })

  test('IN-7: a pause is over on its day, one’s own first', async () => {
    const { db } = database
    const ctx = await as('desk')
    const paused = (pausedUntil: string, ownerId: string | null) =>
      aTicket(db, { status: 'paused', pausedUntil, pauseReason: '等配件', ownerId })
    const others = await paused('2026-03-01', null)
    const mine = await paused('2026-03-10', ctx.actor.id)
    await paused('2026-03-11', ctx.actor.id)
    expect((await pausesOver(ctx, 6)).map((pause) => pause.number)).toEqual([
      mine.number,
      others.number,
    ])
  })
})
