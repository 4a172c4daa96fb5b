import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { handovers } from '#db/schema/desk.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import {
  answerHandover,
  countForMe,
  deskOfTicket,
  handOver,
  waitingForMe,
} from '#app/domain/desk/index.server.ts'
import type { HandOverForm } from '#app/domain/desk/handover-form.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

async function scene(facts: Parameters<typeof aTicket>[1] = {}) {
  const { db } = database
  const [from, to, third] = await Promise.all([
    aColleague(db, 'desk'),
    aColleague(db, 'desk'),
    aColleague(db, 'aftersales_manager'),
  ])
  const ticket = await aTicket(db, { status: 'triaged', ownerId: from.id, ...facts })
  const ctx = {
    from: contextOf(db, from),
    to: contextOf(db, to),
    third: contextOf(db, third),
  }
  const pass: HandOverForm = { to: to.id, note: '门板已订，下周到' }
  const give = (form = pass, who = ctx.from) => handOver(who, ticket.number, form)
  const answer = (
    answer: 'take' | 'decline' | 'back',
    { who = ctx.to, reason = '' }: { who?: typeof ctx.to; reason?: string } = {},
  ) => answerHandover(who, ticket.number, { answer, reason })
  const ownerNow = async () =>
    (await db.select().from(tickets).where(eq(tickets.id, ticket.id)))[0]!.ownerId
  const told = async () =>
    (
      await db
        .select()
        .from(ticketEvents)
        .where(eq(ticketEvents.ticketId, ticket.id))
        .orderBy(asc(ticketEvents.id))
    ).map(({ kind, data }) => [kind, data])
  const kept = () => db.select().from(handovers).where(eq(handovers.ticketId, ticket.id))
  return { db, from, to, third, ticket, ctx, pass, give, answer, ownerNow, told, kept }
}

describe('IN-9 a hand-over', () => {
  test('changes hands when it is taken, with a trace of both; twice is once', async () => {
    const { from, to, ticket, ctx, pass, give, answer, ownerNow, told, kept } = await scene()
    await give()
    await give()
    expect(await kept()).toHaveLength(1)
    expect(await ownerNow()).toBe(from.id)
    expect((await deskOfTicket(ctx.to, ticket.id)).handover).toMatchObject({
      toMe: true,
      byMe: false,
      by: from.name,
      note: pass.note,
    })
    await answer('take')
    await answer('take')
    expect(await ownerNow()).toBe(to.id)
    expect((await deskOfTicket(ctx.to, ticket.id)).handover).toBeNull()
    const owner = [from.name, to.name]
    expect(await told()).toEqual([
      ['handed_over', { owner, note: pass.note }],
      ['handover_taken', { owner }],
    ])
  })

  test('declined it stays where it was, with the reason; another may follow', async () => {
    const { from, to, give, answer, ownerNow, told } = await scene()
    await give()
    await answer('decline', { reason: '我明天休假' })
    await answer('decline', { reason: '我明天休假' })
    expect(await ownerNow()).toBe(from.id)
    expect((await told()).at(-1)).toEqual([
      'handover_declined',
      { reason: '我明天休假', colleague: to.name },
    ])
    await expect(answer('take')).rejects.toThrow('handoverOver')
    await give()
    await answer('take')
    expect(await ownerNow()).toBe(to.id)
  })

  test('whoever gave it may have it back while it waits, and nobody else', async () => {
    const { ctx, give, answer, kept } = await scene()
    await give()
    await expect(answer('back', { who: ctx.third })).rejects.toThrow('forbidden')
    await answer('back', { who: ctx.from })
    expect((await kept())[0]).toMatchObject({ reason: '' })
    await expect(answer('take')).rejects.toThrow('handoverOver')
  })

  test('only whoever it was given to may take or decline it', async () => {
    const { ctx, give, answer } = await scene()
    await expect(answer('take')).rejects.toThrow('handoverOver')
    await give()
    await expect(answer('take', { who: ctx.third })).rejects.toThrow('forbidden')
    await expect(answer('decline', { who: ctx.from, reason: '不' })).rejects.toThrow('forbidden')
  })

  test('one at a time, to somebody who may have it, with a word', async () => {
    const { db, from, third, ctx, give, pass } = await scene()
    const caller = await aColleague(db, 'caller')
    await expect(give({ ...pass, note: '' })).rejects.toThrow('handoverNote')
    await expect(give({ ...pass, to: caller.id })).rejects.toThrow('ownerNotPossible')
    await expect(give({ ...pass, to: from.id }, ctx.third)).rejects.toThrow('handoverHasIt')
    await give()
    await expect(give({ ...pass, to: third.id })).rejects.toThrow('handoverOpen')
    await expect(give({ to: third.id, note: '' }, ctx.third)).rejects.toThrow('handoverOpen')
    await expect(give(pass, contextOf(db, caller))).rejects.toThrow('forbidden')
  })

  test('not of a matter that is over; taken neither', async () => {
    const over = await scene({ status: 'closed' })
    await expect(over.give()).rejects.toThrow('ticketNotInState')
    const ended = await scene()
    await ended.give()
    await ended.db.update(tickets).set({ status: 'closed' }).where(eq(tickets.id, ended.ticket.id))
    await expect(ended.answer('take')).rejects.toThrow('ticketNotInState')
    await ended.answer('decline', { reason: '已经关了' })
  })

  test('taken three times at the same moment it is taken once', async () => {
    const { answer, give, ownerNow, to, told } = await scene()
    await give()
    await Promise.all([answer('take'), answer('take'), answer('take')])
    expect(await ownerNow()).toBe(to.id)
    expect((await told()).map(([kind]) => kind)).toEqual(['handed_over', 'handover_taken'])
  })
})

describe('IN-9 taking it on oneself', () => {
  test('is at once, once, and ends a hand-over that waits for one', async () => {
    const { to, ctx, give, ownerNow, told } = await scene({ ownerId: null })
    const take = () => give({ to: to.id, note: '' }, ctx.to)
    await take()
    await take()
    expect(await ownerNow()).toBe(to.id)
    expect(await told()).toEqual([['owner_changed', { owner: [null, to.name] }]])
    const offered = await scene()
    await offered.give()
    await offered.give({ to: offered.to.id, note: '' }, offered.ctx.to)
    expect((await offered.told()).at(-1)![0]).toBe('handover_taken')
    expect((await offered.kept())[0]!.takenAt).not.toBeNull()
  })
})

describe('IN-9 what waits for a colleague by name', () => {
  test('what was handed over, until it is answered or the matter is over', async () => {
    const { ctx, ticket, give, answer, pass, from } = await scene()
    await give()
    const { offered } = await waitingForMe(ctx.to, 5)
    expect(offered).toEqual([
      expect.objectContaining({ number: ticket.number, by: from.name, note: pass.note }),
    ])
    expect(await countForMe(ctx.to)).toBe(1)
    expect(await countForMe(ctx.from)).toBe(0)
    await answer('take')
    expect(await countForMe(ctx.to)).toBe(0)
    const over = await scene()
    await over.give()
    await over.db.update(tickets).set({ status: 'closed' }).where(eq(tickets.id, over.ticket.id))
    expect((await waitingForMe(over.ctx.to, 5)).offered).toEqual([])
  })
})
