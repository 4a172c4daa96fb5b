import { describe, expect, test } from 'vitest'
import { custodyReceipts } from '#db/schema/custody.ts'
import { leaves } from '#db/schema/crews.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { attachments } from '#db/schema/tickets.ts'
import {
  visitDamages,
  visitDelays,
  visitExtras,
  visitInspections,
  visitPauses,
} from '#db/schema/work.ts'
import { readTrackedTicket, trackedFile } from '#app/domain/tickets/index.server.ts'
import { recordEvent } from '#app/domain/tickets/record-event.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const canary = 'canary-4711'
const customerOf = (ticketId: number) =>
  contextOf(database.db, { kind: 'customer', ticketId }, { now: later(3) })
const later = (hours: number) => new Date(tuesdayMorning.getTime() + hours * 3_600_000)

async function atHome(facts: Parameters<typeof aConfirmedVisit>[1] = {}) {
  const crew = await aCrew(database.db)
  const member = await aColleague(database.db, 'crew', { name: '王海涛', crewId: crew.id })
  const visit = await aConfirmedVisit(database.db, {
    crewId: crew.id,
    status: 'working',
    setOutAt: later(1),
    arrivedAt: later(2),
    startedAt: later(2),
    ...facts,
  })
  return { crew, member, visit, by: member.id }
}

const seenVisit = async (ticketId: number) =>
  only((await readTrackedTicket(customerOf(ticketId))).visits)

test('DS-4: how late, why and until when, as it was told last', async () => {
  const { visit, by } = await atHome({
    status: 'confirmed',
    setOutAt: null,
    arrivedAt: null,
    startedAt: null,
  })
  const delay = { visitId: visit.id, toldAt: later(1), by }
  await database.db.insert(visitDelays).values([
    { ...delay, reason: 'traffic', expectedAt: later(5) },
    { ...delay, reason: 'vehicle', note: '换了车', expectedAt: later(6) },
  ])
  const { delay: told } = await seenVisit(visit.ticketId)
  expect(told).toEqual({ reason: 'vehicle', note: '换了车', expectedAt: later(6).toISOString() })
})

test('VS-2: that the work rests and why; once taken up again, nothing of it', async () => {
  const { visit, by } = await atHome()
  const pause = { visitId: visit.id, pausedAt: later(2), by, note: canary }
  await database.db.insert(visitPauses).values({ ...pause, reason: 'parts', resumedAt: later(2.5) })
  expect((await seenVisit(visit.ticketId)).restsBecause).toBeNull()
  await database.db.insert(visitPauses).values({ ...pause, reason: 'site' })
  const seen = await seenVisit(visit.ticketId)
  expect(seen.restsBecause).toBe('site')
  expect(JSON.stringify(seen)).not.toContain(canary)
})

test('who comes: the crew’s members who are there that day', async () => {
  const { visit, crew } = await atHome()
  const away = await aColleague(database.db, 'crew', { name: '休假的', crewId: crew.id })
  await aColleague(database.db, 'crew', {
    name: '离职的',
    crewId: crew.id,
    disabledAt: tuesdayMorning,
  })
  await database.db.insert(leaves).values({
    crewId: crew.id,
    staffId: away.id,
    startsAt: tuesdayMorning,
    endsAt: later(9),
    reason: canary,
    status: 'approved',
    askedBy: away.id,
    askedAt: tuesdayMorning,
    decidedBy: away.id,
    decidedAt: tuesdayMorning,
  })
  const seen = await seenVisit(visit.ticketId)
  expect(seen.members).toEqual(['王海涛'])
})

test('VS-7: extra work with its time and price, and what was said to it', async () => {
  const { visit, by } = await atHome()
  const key = newToken()
  await database.db.insert(visitExtras).values({
    key,
    visitId: visit.id,
    what: '再换一个门轨',
    minutes: 30,
    price: 12000,
    proposedAt: later(2),
    proposedBy: by,
  })
  const { extras } = await seenVisit(visit.ticketId)
  expect(extras).toEqual([
    {
      key,
      what: '再换一个门轨',
      minutes: 30,
      price: 12000,
      currency: 'CNY',
      decision: null,
      decidedBy: null,
    },
  ])
})

test('VS-4: what was taken along, against which receipt, and when it is back', async () => {
  const { visit, by } = await atHome()
  const receipt = only(
    await database.db
      .insert(custodyReceipts)
      .values({
        key: newToken(),
        visitId: visit.id,
        ticketId: visit.ticketId,
        purpose: 'repair',
        item: '中门',
        condition: canary,
        reason: canary,
        backOn: '2026-03-17',
        takenAt: later(3),
        takenBy: by,
        handedBy: '林小兰',
      })
      .returning(),
  )
  const seen = await readTrackedTicket(customerOf(visit.ticketId))
  expect(seen.items).toEqual([
    {
      number: receipt.number,
      visitId: visit.id,
      purpose: 'repair',
      item: '中门',
      backOn: '2026-03-17',
      takenAt: later(3).toISOString(),
      returnedAt: null,
    },
  ])
})

test('VS-9: the wish is asked for while the call is still to come', async () => {
  const { visit } = await atHome({ status: 'finished', workDone: '调好了', finishedAt: later(3) })
  const call = {
    ticketId: visit.ticketId,
    visitId: visit.id,
    createdAt: later(3),
    notBefore: later(3),
    dueAt: later(24),
  }
  expect((await seenVisit(visit.ticketId)).wish).toBeUndefined()
  await database.db.insert(followUps).values({ ...call, wishPart: 'evening' })
  expect((await seenVisit(visit.ticketId)).wish).toEqual({ part: 'evening', way: 'phone' })
  await database.db.update(followUps).set({ status: 'done', doneAt: later(4) })
  expect((await seenVisit(visit.ticketId)).wish).toBeUndefined()
})

describe('Q-13: of the day of a visit', () => {
  test('no colleague’s words reach the customer', async () => {
    const { visit, by, member } = await atHome()
    const ticket = { id: visit.ticketId }
    await database.db.insert(visitPauses).values({
      visitId: visit.id,
      reason: 'other',
      note: canary,
      pausedAt: later(2),
      by,
    })
    await database.db.insert(visitInspections).values({
      key: newToken(),
      visitId: visit.id,
      level: 'self',
      passed: false,
      note: canary,
      at: later(3),
      by,
    })
    await inTransaction(contextOf(database.db, member, { now: later(3) }), async (tx) => {
      const record = (kind: Parameters<typeof recordEvent>[2], data: Record<string, unknown>) =>
        recordEvent(tx, ticket, kind, data, visit)
      await record('late_told', {
        reason: 'traffic',
        note: canary,
        expectedAt: later(5).toISOString(),
        told: true,
      })
      await record('work_paused', { reason: 'other', note: canary })
      await record('work_inspected', { level: 'self', passed: false, note: canary })
      await record('visit_escalated', { found: canary, needed: canary })
      await record('customer_no_show', { note: canary })
      await record('crew_no_show', { note: canary })
      await record('record_corrected', { text: canary })
      await record('extra_proposed', { what: canary, minutes: 10, price: 1 })
      await record('item_taken', {
        number: 'C1',
        purpose: 'repair',
        item: '门',
        backOn: null,
        condition: canary,
      })
    })
    const seen = await readTrackedTicket(customerOf(ticket.id))
    expect(JSON.stringify(seen)).not.toContain(canary)
    expect(seen.events.map(({ kind }) => kind)).toEqual([
      'late_told',
      'visit_escalated',
      'customer_no_show',
      'crew_no_show',
      'record_corrected',
      'item_taken',
    ])
    expect(seen.events[0]?.late).toEqual({ reason: 'traffic', expectedAt: later(5).toISOString() })
  })

  test('what was recorded too late to be told did not happen for them', async () => {
    const { visit, member } = await atHome()
    await inTransaction(contextOf(database.db, member), (tx) =>
      recordEvent(
        tx,
        { id: visit.ticketId },
        'late_told',
        { reason: 'traffic', told: false },
        visit,
      ),
    )
    expect((await readTrackedTicket(customerOf(visit.ticketId))).events).toEqual([])
  })

  test('pictures of damage and of what was taken along are the customer’s to see', async () => {
    const { visit, by } = await atHome()
    const damage = newToken()
    await database.db
      .insert(visitDamages)
      .values({ key: damage, visitId: visit.id, what: '墙上有划痕', at: later(2), by })
    const file = {
      contentType: 'image/jpeg' as const,
      bytes: 1,
      sha256: 'b'.repeat(64),
      originalName: 'x.jpg',
      createdAt: later(2),
      visitId: visit.id,
      about: damage,
    }
    const kept = await database.db
      .insert(attachments)
      .values([
        { ...file, stage: 'damage' },
        { ...file, stage: 'custody' },
        { ...file, stage: 'consent' },
      ])
      .returning()
    const seen = await readTrackedTicket(customerOf(visit.ticketId))
    expect(seen.pictures.map(({ stage }) => stage).sort()).toEqual(['consent', 'custody', 'damage'])
    const other = await atHome()
    for (const { id } of kept) {
      expect(await trackedFile(customerOf(visit.ticketId), id)).toBeTruthy()
      await expect(trackedFile(customerOf(other.visit.ticketId), id)).rejects.toMatchObject({
        kind: 'not_found',
      })
    }
  })
})
