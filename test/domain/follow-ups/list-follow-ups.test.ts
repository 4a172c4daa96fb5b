import { describe, expect, test } from 'vitest'
import { listFollowUps, nextFollowUp } from '#app/domain/follow-ups/list-follow-ups.server.ts'
import { AttemptForm } from '#app/domain/follow-ups/attempt-form.ts'
import { recordAttempt } from '#app/domain/follow-ups/record-attempt.server.ts'
import { readFollowUp } from '#app/domain/follow-ups/read-follow-up.server.ts'
import { openFollowUp } from '#app/domain/follow-ups/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aCaller, aFollowUp, at, followUpNow } from './scene.ts'

const database = testDatabase()

describe('FU-1 the queue', () => {
  test('has what may be called now by when it is due, then what was put off, and not what is over', async () => {
    const soon = await aFollowUp(database.db, { dueAt: at('11:00') })
    const late = await aFollowUp(database.db, { dueAt: at('09:00') })
    const evening = await aFollowUp(database.db, { notBefore: at('18:00'), dueAt: at('22:00') })
    const noon = await aFollowUp(database.db, { notBefore: at('13:30'), dueAt: at('23:00') })
    await aFollowUp(database.db, { status: 'done' })
    await aFollowUp(database.db, { status: 'unreachable' })
    const ctx = await aCaller(database.db)
    const { calls, counts } = await listFollowUps(ctx)
    expect(calls.map(({ id }) => id)).toEqual([late.id, soon.id, noon.id, evening.id])
    expect(calls.map(({ clock }) => clock.state)).toEqual(['over', 'ok', 'held', 'held'])
    expect(counts).toEqual({ now: 2, late: 1, later: 2 })
    expect(await nextFollowUp(ctx, late.id)).toBe(soon.id)
    expect(await nextFollowUp(ctx, soon.id)).toBe(late.id)
  })

  test('FU-3 says when a customer asked to be called, and has it there by then', async () => {
    const ctx = await aCaller(database.db)
    const first = await aFollowUp(database.db)
    const second = await aFollowUp(database.db)
    const back = (day: string) =>
      AttemptForm.parse({ outcome: 'call_back', attempt: 1, day, time: '19:15' })
    await recordAttempt(ctx, first.id, back('2026-03-12'))
    await recordAttempt(ctx, second.id, back('2026-03-11'))
    const asked = async (now: Date) =>
      (await listFollowUps(await aCaller(database.db, now))).calls
        .filter(({ id }) => id === first.id || id === second.id)
        .map(({ id, wishedAt, clock }) => [id, wishedAt, clock.state])
    const times = [at('19:15', 2), at('19:15', 1)].map((time) => time.toISOString())
    expect(await asked(at('12:00'))).toEqual([
      [second.id, times[1], 'held'],
      [first.id, times[0], 'held'],
    ])
    expect(await asked(at('19:20', 1))).toEqual([
      [second.id, times[1], 'ok'],
      [first.id, times[0], 'held'],
    ])
    await recordAttempt(
      await aCaller(database.db, at('19:20', 1)),
      second.id,
      AttemptForm.parse({ outcome: 'no_answer', attempt: 2 }),
    )
    expect((await asked(at('19:30', 1))).find(([id]) => id === second.id)?.[1]).toBeNull()
  })

  test('FU-1 a finished visit makes one call due within 24 hours', async () => {
    const due = await aFollowUp(database.db)
    const ctx = await aCaller(database.db, at('12:00'))
    await inTransaction(ctx, (tx) => openFollowUp(tx, { id: due.visitId }, { id: due.ticketId }))
    expect(await followUpNow(database.db, due.id)).toEqual(due)
    expect(due.dueAt).toEqual(at('10:00', 1))
  })
})

describe('the calling screen', () => {
  test('tells whom, about what, what was tried, and when to try again', async () => {
    const followUp = await aFollowUp(database.db)
    const ctx = await aCaller(database.db)
    const call = await readFollowUp(ctx, followUp.id)
    expect(call).toMatchObject({
      status: 'due',
      attempt: 1,
      unanswered: 0,
      nextTry: at('13:30', 1).toISOString(),
      visit: { workDone: '换了铰链', lateMinutes: 0 },
      ticket: { status: 'resolved' },
      rating: null,
      earlier: [],
      complaint: null,
    })
  })

  test('is the callers’ and the manager’s alone', async () => {
    const followUp = await aFollowUp(database.db)
    const store = contextOf(database.db, await aColleague(database.db, 'store_manager'))
    await expect(listFollowUps(store)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(readFollowUp(store, followUp.id)).rejects.toMatchObject({ kind: 'forbidden' })
    const manager = contextOf(database.db, await aColleague(database.db, 'aftersales_manager'))
    expect(await readFollowUp(manager, followUp.id)).toMatchObject({ id: followUp.id })
  })
})
