import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { followUps, ratings } from '#db/schema/follow-ups.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import { RatingForm, rateVisit, readRating } from '#app/domain/follow-ups/index.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

async function aFinishedVisit() {
  const visit = await aConfirmedVisit(database.db, {
    status: 'finished',
    workDone: '换了铰链',
    finishedAt: tuesdayMorning,
  })
  await database.db.insert(followUps).values({
    ticketId: visit.ticketId,
    visitId: visit.id,
    dueAt: addHours(tuesdayMorning, 24),
    notBefore: tuesdayMorning,
    createdAt: tuesdayMorning,
  })
  return visit
}
const customerOf = (visit: { ticketId: number }, now?: Date) =>
  contextOf(database.db, { kind: 'customer', ticketId: visit.ticketId }, { now })
const fine = {
  attitude: 5,
  quality: 5,
  solved: 4,
  punctuality: 5,
  tidiness: 3,
  recommend: 9,
  words: '门又好关了',
  tags: ['skilful' as const],
  wantsCall: false,
}
const followUpOf = async (visit: { id: number }) =>
  only(await database.db.select().from(followUps).where(eq(followUps.visitId, visit.id)))
const complaintsAbout = (visit: { id: number }) =>
  database.db
    .select()
    .from(tickets)
    .where(and(eq(tickets.aboutVisitId, visit.id), eq(tickets.kind, 'complaint')))

describe('FU-4: answers that are fine', () => {
  test('are kept and settle the follow-up', async () => {
    const visit = await aFinishedVisit()
    await rateVisit(customerOf(visit), visit.id, fine)
    const kept = only(await database.db.select().from(ratings).where(eq(ratings.visitId, visit.id)))
    expect(kept).toMatchObject({ ...fine, source: 'online' })
    expect(await followUpOf(visit)).toMatchObject({
      status: 'rated_online',
      doneAt: tuesdayMorning,
    })
    expect(await complaintsAbout(visit)).toEqual([])
  })
})

describe('FU-4: a poor answer', () => {
  test('opens a complaint about the visit, once, and leaves the call due', async () => {
    const visit = await aFinishedVisit()
    const poor = { ...fine, tidiness: 2, words: '地上都是灰', wantsCall: true }
    await Promise.all(Array.from({ length: 5 }, () => rateVisit(customerOf(visit), visit.id, poor)))
    const complaint = only(await complaintsAbout(visit))
    expect(complaint).toMatchObject({ status: 'new', channel: 'portal' })
    expect(complaint.description).toBe('地上都是灰\n整洁 2/5')
    expect(await followUpOf(visit)).toMatchObject({ status: 'due', doneAt: null })
    const kinds = await database.db
      .select({ kind: ticketEvents.kind })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, visit.ticketId))
    expect(kinds.filter(({ kind }) => kind === 'complaint_opened')).toHaveLength(1)
  })

  test('after a fine one makes the call due again', async () => {
    const visit = await aFinishedVisit()
    await rateVisit(customerOf(visit), visit.id, fine)
    await rateVisit(customerOf(visit), visit.id, { ...fine, solved: 1 })
    expect(await followUpOf(visit)).toMatchObject({ status: 'due', doneAt: null })
    expect(await complaintsAbout(visit)).toHaveLength(1)
  })
})

describe('a rating', () => {
  test('may be changed for seven days, and not after', async () => {
    const visit = await aFinishedVisit()
    await rateVisit(customerOf(visit), visit.id, fine)
    const sixDays = addHours(tuesdayMorning, 6 * 24)
    await rateVisit(customerOf(visit, sixDays), visit.id, { ...fine, quality: 4 })
    const sevenDays = customerOf(visit, addHours(tuesdayMorning, 7 * 24))
    await expect(rateVisit(sevenDays, visit.id, fine)).rejects.toMatchObject({
      code: 'ratingClosed',
    })
    expect(await readRating(sevenDays, visit.id)).toMatchObject({
      open: false,
      answers: { quality: 4 },
    })
  })

  test('is given, and changed, no longer than its link opens', async () => {
    const visit = await aFinishedVisit()
    const linkEnds = addHours(tuesdayMorning, 7 * 24)
    const fiveDays = customerOf(visit, addHours(tuesdayMorning, 5 * 24))
    const until = { until: linkEnds.toISOString(), open: true }
    expect(await readRating(fiveDays, visit.id, linkEnds)).toMatchObject(until)
    await rateVisit(fiveDays, visit.id, fine, linkEnds)
    expect(await readRating(fiveDays, visit.id, linkEnds)).toMatchObject(until)
    const late = customerOf(visit, linkEnds)
    await expect(rateVisit(late, visit.id, fine, linkEnds)).rejects.toMatchObject({
      code: 'ratingClosed',
    })
    const later = addHours(tuesdayMorning, 30 * 24)
    expect(await readRating(late, visit.id, later)).toMatchObject({
      until: addHours(tuesdayMorning, 12 * 24).toISOString(),
    })
  })

  test('is refused before the work is done', async () => {
    const visit = await aConfirmedVisit(database.db)
    await expect(rateVisit(customerOf(visit), visit.id, fine)).rejects.toMatchObject({
      code: 'visitNotFinished',
    })
  })

  test('Q-12: is refused to another ticket’s customer', async () => {
    const visit = await aFinishedVisit()
    const stranger = customerOf({ ticketId: (await aTicket(database.db)).id })
    await expect(rateVisit(stranger, visit.id, fine)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(readRating(stranger, visit.id)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

test('FU-2: the form asks all five, and takes tags alone or together', () => {
  const scores = { attitude: '5', quality: '4', solved: '3', punctuality: '2', tidiness: '1' }
  expect(RatingForm.parse(scores)).toMatchObject({
    attitude: 5,
    tidiness: 1,
    tags: [],
    wantsCall: false,
  })
  expect(
    RatingForm.parse({ ...scores, tags: 'late', recommend: '10', wantsCall: 'yes' }),
  ).toMatchObject({ tags: ['late'], recommend: 10, wantsCall: true })
  expect(RatingForm.safeParse({ ...scores, solved: '6' }).success).toBe(false)
  expect(RatingForm.safeParse({ ...scores, solved: undefined }).success).toBe(false)
  expect(RatingForm.safeParse({ ...scores, recommend: '11' }).success).toBe(false)
})
