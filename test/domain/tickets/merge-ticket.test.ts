import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { custodyReceipts } from '#db/schema/custody.ts'
import { customers } from '#db/schema/customers.ts'
import { ticketEvents, ticketMessages, ticketNotes, tickets } from '#db/schema/tickets.ts'
import { type Role, roles } from '#db/vocabulary/roles.ts'
import {
  makePrivateLink,
  openPrivateLink,
  readTrackedTicket,
} from '#app/domain/tickets/index.server.ts'
import { mergeTicket } from '#app/domain/tickets/merge-ticket.server.ts'
import { readTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { reopenTicket } from '#app/domain/tickets/reopen-ticket.server.ts'
import { separateTicket } from '#app/domain/tickets/separate-ticket.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { permissions } from '#app/platform/permissions.ts'
import { linkToken } from '#app/platform/tokens.server.ts'
import { anonymous, contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCustomer } from '#test/factories/customers.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const as = async (role: Role) => contextOf(database.db, await aColleague(database.db, role))
const byId = async (id: number) =>
  (await database.db.select().from(tickets).where(eq(tickets.id, id)))[0]!

/** Two tickets of one customer. */
async function twins(facts: Partial<typeof tickets.$inferInsert> = {}) {
  const { id: customerId } = await aCustomer(database.db)
  const target = await aTicket(database.db, { customerId, status: 'triaged' })
  const source = await aTicket(database.db, { customerId, description: '又打来一次', ...facts })
  return { source, target }
}

const eventsOf = (ticketId: number, kind: 'merged' | 'unmerged') =>
  database.db
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketId, ticketId), eq(ticketEvents.kind, kind)))
    .orderBy(asc(ticketEvents.id))

describe('IN-6: a ticket is merged into another', () => {
  test('it ends, the other speaks for it, both histories say so, and nothing is moved', async () => {
    const ctx = await as('desk')
    const { source, target } = await twins()
    await database.db.insert(ticketMessages).values({
      ticketId: source.id,
      direction: 'from_customer',
      body: '门又掉了',
      createdAt: tuesdayMorning,
    })
    await database.db.insert(ticketNotes).values({
      ticketId: source.id,
      authorId: ctx.actor.id,
      body: '同一扇门',
      createdAt: tuesdayMorning,
    })
    await mergeTicket(ctx, source.number, { into: target.number, version: source.version })
    expect(await byId(source.id)).toMatchObject({ status: 'cancelled', mergedIntoId: target.id })
    expect(await eventsOf(source.id, 'merged')).toMatchObject([
      { data: { status: ['new', 'cancelled'], number: target.number, into: true } },
    ])
    expect(await eventsOf(target.id, 'merged')).toMatchObject([
      { data: { number: source.number, into: false } },
    ])
    const whole = await readTicket(ctx, target.number)
    expect(whole.merged).toMatchObject([{ number: source.number, description: '又打来一次' }])
    expect(whole.messages.map(({ body }) => body)).toEqual(['门又掉了'])
    expect(whole.notes.map(({ body }) => body)).toEqual(['同一扇门'])
    expect((await readTicket(ctx, source.number)).mergedInto).toBe(target.number)
    const [kept] = await database.db
      .select({ ticketId: ticketMessages.ticketId })
      .from(ticketMessages)
      .where(eq(ticketMessages.body, '门又掉了'))
    expect(kept!.ticketId).toBe(source.id)
  })

  test('the link of the merged one opens the other, with what was said on both', async () => {
    const ctx = await as('desk')
    const { source, target } = await twins()
    await database.db.insert(ticketMessages).values([
      { ticketId: source.id, direction: 'from_customer', body: '一', createdAt: tuesdayMorning },
      { ticketId: target.id, direction: 'from_customer', body: '二', createdAt: tuesdayMorning },
    ])
    const [linkId, rateId] = await inTransaction(ctx, async (tx) => [
      await makePrivateLink(tx, { purpose: 'track', ticketId: source.id }),
      await makePrivateLink(tx, { purpose: 'rate', ticketId: source.id }),
    ])
    await mergeTicket(ctx, source.number, { into: target.number, version: source.version })
    const anyone = contextOf(database.db, anonymous)
    const link = await openPrivateLink(anyone, linkToken(linkId!), 'track')
    expect(link.ticketId).toBe(target.id)
    const letter = await readTrackedTicket(
      contextOf(database.db, { kind: 'customer', ticketId: link.ticketId }),
    )
    expect(letter.number).toBe(target.number)
    expect(letter.talk.map(({ body }) => body)).toEqual(['一', '二'])
    expect((await openPrivateLink(anyone, linkToken(rateId!), 'rate')).ticketId).toBe(source.id)
  })

  test('undone, it stands as it stood, with its pause; a second time is no mistake', async () => {
    const ctx = await as('desk')
    const { source, target } = await twins({
      status: 'paused',
      pausedUntil: '2026-03-20',
      pauseReason: '等配件',
    })
    await mergeTicket(ctx, source.number, { into: target.number, version: source.version })
    expect(await byId(source.id)).toMatchObject({ pausedUntil: null, pauseReason: null })
    await separateTicket(ctx, source.number)
    await separateTicket(ctx, source.number)
    expect(await byId(source.id)).toMatchObject({
      status: 'paused',
      pausedUntil: '2026-03-20',
      pauseReason: '等配件',
      mergedIntoId: null,
      closedAt: null,
    })
    expect(await eventsOf(source.id, 'unmerged')).toHaveLength(1)
    expect(await eventsOf(target.id, 'unmerged')).toHaveLength(1)
    expect((await readTicket(ctx, target.number)).merged).toEqual([])
  })

  test('whoever was called has been called, and whose it was has it still, until it is undone', async () => {
    const ctx = await as('desk')
    const { db } = database
    const { source, target } = await twins({
      ownerId: ctx.actor.id,
      firstContactAt: tuesdayMorning,
    })
    const standing = async () => {
      const { firstContactAt, ownerId } = await byId(target.id)
      const { clocks } = await readTicket(ctx, target.number)
      const { state } = clocks.find(({ kind }) => kind === 'first_contact')!
      return { firstContactAt, ownerId, state }
    }
    await mergeTicket(ctx, source.number, { into: target.number, version: source.version })
    expect(await standing()).toEqual({
      firstContactAt: tuesdayMorning,
      ownerId: ctx.actor.id,
      state: 'met',
    })
    expect(await eventsOf(target.id, 'merged')).toMatchObject([
      { data: { owner: [null, ctx.actor.name] } },
    ])
    await separateTicket(ctx, source.number)
    expect(await standing()).toMatchObject({ firstContactAt: null, ownerId: null })
    expect((await standing()).state).not.toBe('met')
    expect(await eventsOf(target.id, 'unmerged')).toMatchObject([
      { data: { owner: [ctx.actor.name, null] } },
    ])

    const other = await aColleague(db, 'desk')
    const { version } = await byId(source.id)
    await db.update(tickets).set({ ownerId: other.id }).where(eq(tickets.id, target.id))
    await mergeTicket(ctx, source.number, { into: target.number, version })
    await separateTicket(ctx, source.number)
    expect(await standing()).toMatchObject({ firstContactAt: null, ownerId: other.id })
  })

  test('merged, undone and merged again: it returns to how it stood the last time', async () => {
    const ctx = await as('desk')
    const { source, target } = await twins()
    const merge = async () => {
      const { version } = await byId(source.id)
      await mergeTicket(ctx, source.number, { into: target.number, version })
    }
    await merge()
    await separateTicket(ctx, source.number)
    await database.db.update(tickets).set({ status: 'triaged' }).where(eq(tickets.id, source.id))
    await merge()
    await separateTicket(ctx, source.number)
    expect((await byId(source.id)).status).toBe('triaged')
  })

  test('the same merge ten times at once is one', async () => {
    const ctx = await as('desk')
    const { source, target } = await twins()
    const form = { into: target.number, version: source.version }
    await Promise.all(Array.from({ length: 10 }, () => mergeTicket(ctx, source.number, form)))
    expect(await eventsOf(source.id, 'merged')).toHaveLength(1)
  })

  test('each into the other at the same time: one of them is refused, none goes in a ring', async () => {
    const ctx = await as('desk')
    const { source, target } = await twins()
    const answers = await Promise.allSettled([
      mergeTicket(ctx, source.number, { into: target.number, version: source.version }),
      mergeTicket(ctx, target.number, { into: source.number, version: target.version }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const rows = [await byId(source.id), await byId(target.id)]
    expect(rows.filter(({ mergedIntoId }) => mergedIntoId !== null)).toHaveLength(1)
  })

  test('what was merged into the merged one comes along', async () => {
    const ctx = await as('desk')
    const { source, target } = await twins()
    const third = await aTicket(database.db, {
      customerId: source.customerId,
      description: '第三次',
    })
    await mergeTicket(ctx, third.number, { into: source.number, version: third.version })
    const { version } = await byId(source.id)
    await mergeTicket(ctx, source.number, { into: target.number, version })
    const whole = await readTicket(ctx, target.number)
    expect(whole.merged.map(({ number }) => number).sort()).toEqual(
      [source.number, third.number].sort(),
    )
  })

  test('Q-6: one that was changed meanwhile is shown first', async () => {
    const { source, target } = await twins()
    await expect(
      mergeTicket(await as('desk'), source.number, {
        into: target.number,
        version: source.version + 1,
      }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'ticketChanged' })
  })

  test('not of two people, until they are one; not into a cancelled one, nor into itself', async () => {
    const ctx = await as('desk')
    const { source, target } = await twins()
    const stranger = await aTicket(database.db)
    const into = (number: string) =>
      mergeTicket(ctx, source.number, { into: number, version: source.version })
    await expect(into(stranger.number)).rejects.toMatchObject({ code: 'mergeOfTwoPeople' })
    await expect(into(source.number)).rejects.toMatchObject({ code: 'mergeWithItself' })
    await expect(into('R999999-0')).rejects.toMatchObject({ code: 'mergeTargetUnknown' })
    await database.db.update(tickets).set({ status: 'cancelled' }).where(eq(tickets.id, target.id))
    await expect(into(target.number)).rejects.toMatchObject({ code: 'mergeTargetCancelled' })
    await database.db
      .update(customers)
      .set({ mergedIntoId: source.customerId })
      .where(eq(customers.id, stranger.customerId))
    await into(stranger.number)
    expect((await byId(source.id)).mergedIntoId).toBe(stranger.id)
  })

  test('not while a visit is to come, or an item is with us', async () => {
    const ctx = await as('desk')
    const planned = await twins({ status: 'scheduled' })
    await aConfirmedVisit(database.db, { ticketId: planned.source.id })
    await expect(
      mergeTicket(ctx, planned.source.number, {
        into: planned.target.number,
        version: planned.source.version,
      }),
    ).rejects.toMatchObject({ code: 'visitStillPlanned' })
    const { source, target } = await twins()
    const { id: visitId } = await aVisit(database.db, { ticketId: source.id, status: 'cancelled' })
    await database.db.insert(custodyReceipts).values({
      key: `k-${source.id}`,
      visitId,
      ticketId: source.id,
      purpose: 'repair',
      item: '门板',
      condition: '划痕',
      takenAt: tuesdayMorning,
      takenBy: ctx.actor.id,
      handedBy: '王女士',
    })
    await expect(
      mergeTicket(ctx, source.number, { into: target.number, version: source.version }),
    ).rejects.toMatchObject({ code: 'mergeItemsOut' })
  })

  test.each(['resolved', 'closed', 'cancelled'] as const)(
    'a %s one is not merged',
    async (status) => {
      const { source, target } = await twins({ status })
      await expect(
        mergeTicket(await as('desk'), source.number, {
          into: target.number,
          version: source.version,
        }),
      ).rejects.toMatchObject({ code: 'ticketNotInState' })
    },
  )

  test('a merged one is not reopened by itself, and one that never was merged is not separated', async () => {
    const ctx = await as('desk')
    const { source, target } = await twins()
    await expect(separateTicket(ctx, source.number)).rejects.toMatchObject({
      code: 'ticketNotInState',
    })
    await mergeTicket(ctx, source.number, { into: target.number, version: source.version })
    await expect(reopenTicket(ctx, source.number, { reason: '还是坏的' })).rejects.toMatchObject({
      code: 'ticketMerged',
    })
  })

  test.each(
    roles.filter((role) => !(permissions['ticket:merge'] as readonly Role[]).includes(role)),
  )('Q-12: not by a %s', async (role) => {
    const ctx = await as(role)
    const { source, target } = await twins()
    await expect(
      mergeTicket(ctx, source.number, { into: target.number, version: source.version }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(separateTicket(ctx, source.number)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
