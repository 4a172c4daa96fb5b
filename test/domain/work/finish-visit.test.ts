import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { orders } from '#db/schema/customers.ts'
import { checklistItems, visitChecks, visits } from '#db/schema/visits.ts'
import { privateLinks } from '#db/schema/tickets.ts'
import { FinishVisitForm } from '#app/domain/work/finish-visit-form.ts'
import { confirmVisit } from '#app/domain/visits/index.server.ts'
import { finishVisit, recordChecks } from '#app/domain/work/index.server.ts'
import { anOrderReady } from '#test/factories/customers.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import {
  aChecklist,
  asActor,
  at,
  eventsOf,
  followUpsOf,
  mailsOf,
  ticketNow,
  visitNow,
} from '#test/domain/visits/scene.ts'

const database = testDatabase()
const form = { workDone: '换上铰链', reasons: new Map<number, string>() }

async function atWork() {
  const visit = await aConfirmedVisit(database.db, { status: 'working', startedAt: at('14:05') })
  const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
  return { visit, technician, ctx: asActor(database.db, technician, at('14:30')) }
}

async function withChecklist() {
  await database.db.update(checklistItems).set({ active: false })
  return aChecklist(database.db)
}

describe('finishing a visit', () => {
  test('BK-5 the last delivery of an order delivers it, on that day', async () => {
    await database.db.update(checklistItems).set({ active: false })
    const order = await anOrderReady(database.db)
    const now = async () =>
      only(await database.db.select().from(orders).where(eq(orders.id, order.id)))
    const ticket = await aTicket(database.db, {
      status: 'in_progress',
      orderId: order.id,
      customerId: order.customerId!,
    })
    const facts = { ticketId: ticket.id, skill: 'delivery', status: 'working' } as const
    const first = await aConfirmedVisit(database.db, { ...facts, startedAt: at('14:05') })
    const second = await aVisit(database.db, { ticketId: ticket.id, skill: 'delivery' })
    const crew = async (crewId: number | null) =>
      asActor(database.db, await aColleague(database.db, 'crew', { crewId }), at('14:30'))
    await finishVisit(await crew(first.crewId), first.id, form)
    expect(await now()).toMatchObject({ deliveredOn: null })
    await database.db
      .update(visits)
      .set({
        status: 'working',
        crewId: first.crewId,
        plannedStart: at('15:00'),
        plannedEnd: at('16:00'),
      })
      .where(eq(visits.id, second.id))
    await finishVisit(await crew(first.crewId), second.id, form)
    expect(await now()).toMatchObject({ deliveredOn: '2026-03-10' })
  })

  test('with another visit to come the ticket waits for that one', async () => {
    await database.db.update(checklistItems).set({ active: false })
    const { visit, ctx } = await atWork()
    await aVisit(database.db, { ticketId: visit.ticketId })
    await finishVisit(ctx, visit.id, form)
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({ status: 'scheduled' })
  })

  test('FU-1 resolves the ticket, makes a follow-up due in 24 hours and asks the customer to rate', async () => {
    await database.db.update(checklistItems).set({ active: false })
    const { visit, ctx } = await atWork()
    await finishVisit(ctx, visit.id, form)
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      status: 'finished',
      finishedAt: at('14:30'),
      workDone: '换上铰链',
    })
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({
      status: 'resolved',
      solution: '换上铰链',
      resolvedAt: at('14:30'),
    })
    expect(await followUpsOf(database.db, visit.ticketId)).toEqual([
      expect.objectContaining({ visitId: visit.id, status: 'due', dueAt: at('14:30', 1) }),
    ])
    expect(await mailsOf(database.db, visit.ticketId)).toEqual([
      expect.objectContaining({ template: 'visit-finished' }),
    ])
    const links = await database.db
      .select()
      .from(privateLinks)
      .where(eq(privateLinks.ticketId, visit.ticketId))
    expect(links).toContainEqual(
      expect.objectContaining({ purpose: 'rate', visitId: visit.id, expiresAt: at('14:30', 7) }),
    )
    expect((await eventsOf(database.db, visit.ticketId)).map(({ kind }) => kind)).toEqual([
      'work_finished',
      'resolved',
    ])
  })

  test('FU-1 twice, or by two members at once, makes one follow-up and one mail', async () => {
    await database.db.update(checklistItems).set({ active: false })
    const { visit, ctx } = await atWork()
    const mate = await aColleague(database.db, 'crew', { crewId: visit.crewId })
    await Promise.all(
      [ctx, asActor(database.db, mate, at('14:30')), ctx].map((one) =>
        finishVisit(one, visit.id, form),
      ),
    )
    expect(await followUpsOf(database.db, visit.ticketId)).toHaveLength(1)
    expect(await mailsOf(database.db, visit.ticketId)).toHaveLength(1)
  })

  test('early, the crew is free from then on', async () => {
    await database.db.update(checklistItems).set({ active: false })
    const { visit, ctx } = await atWork()
    await finishVisit(ctx, visit.id, form)
    expect(await visitNow(database.db, visit.id)).toMatchObject({ plannedEnd: at('14:30') })
    const next = await aVisit(database.db)
    const dispatcher = asActor(database.db, await aColleague(database.db, 'dispatcher'))
    await confirmVisit(dispatcher, next.id, { crewId: visit.crewId!, start: '14:30', version: 1 })
  })

  test('VS-1 an open must-item blocks it until it is done or left out with a reason', async () => {
    const [shoes, mat, hinge] = await withChecklist()
    const { visit, technician, ctx } = await atWork()
    await recordChecks(ctx, visit.id, { shown: [shoes!.id, mat!.id], done: [shoes!.id] })
    await expect(finishVisit(ctx, visit.id, form)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'checksMissing',
    })
    expect(await visitNow(database.db, visit.id)).toMatchObject({ status: 'working' })
    const reasons = new Map([[hinge!.id, '只修一扇门']])
    await finishVisit(ctx, visit.id, { ...form, reasons })
    const checks = await database.db
      .select()
      .from(visitChecks)
      .where(eq(visitChecks.visitId, visit.id))
      .orderBy(visitChecks.itemId)
    expect(checks).toEqual([
      expect.objectContaining({ itemId: shoes!.id, done: true, reason: null, by: technician.id }),
      expect.objectContaining({ itemId: mat!.id, done: false, reason: null }),
      expect.objectContaining({ itemId: hinge!.id, done: false, reason: '只修一扇门' }),
    ])
  })

  test('VS-1 the checklist is closed with the work, and another service’s items don’t count', async () => {
    const [shoes] = await withChecklist()
    const { visit, ctx } = await atWork()
    const [foreign] = await database.db
      .insert(checklistItems)
      .values({ skill: 'survey', position: 1, textZh: '量墙', textEn: 'Walls', must: true })
      .returning()
    await recordChecks(ctx, visit.id, { shown: [foreign!.id], done: [foreign!.id] })
    expect(
      await database.db.select().from(visitChecks).where(eq(visitChecks.visitId, visit.id)),
    ).toEqual([])
    await database.db.update(visitChecks).set({ done: true })
    await database.db.update(checklistItems).set({ active: false })
    await finishVisit(ctx, visit.id, form)
    await expect(
      recordChecks(ctx, visit.id, { shown: [shoes!.id], done: [] }),
    ).rejects.toMatchObject({ code: 'visitFinished' })
  })

  test.each(['confirmed', 'on_the_way', 'arrived'] as const)(
    '%s it is too early',
    async (status) => {
      const visit = await aConfirmedVisit(database.db, { status })
      const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
      await expect(
        finishVisit(asActor(database.db, technician), visit.id, form),
      ).rejects.toMatchObject({ code: 'stepOutOfOrder' })
    },
  )

  test('another crew finds nothing to finish', async () => {
    const { visit } = await atWork()
    const ctx = asActor(database.db, await aColleague(database.db, 'crew'))
    await expect(finishVisit(ctx, visit.id, form)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('the form takes reasons by item and nothing else (Q-14)', () => {
    const typed = { workDone: ' 好了 ', 'reason-12': '没带', 'reason-x': 'x', status: 'signed' }
    expect(FinishVisitForm.parse(typed)).toEqual({
      workDone: '好了',
      reasons: new Map([[12, '没带']]),
    })
    expect(FinishVisitForm.safeParse({ workDone: '' }).success).toBe(false)
  })
})
