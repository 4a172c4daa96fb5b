import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { orders } from '#db/schema/customers.ts'
import { checklistItems, visitChecks, visits } from '#db/schema/visits.ts'
import { privateLinks } from '#db/schema/tickets.ts'
import { FinishVisitForm } from '#app/domain/work/finish-visit-form.ts'
import { confirmVisit } from '#app/domain/visits/index.server.ts'
import { notCollected, takeAway } from '#app/domain/custody/index.server.ts'
import { finishVisit, pauseWork, recordChecks, workOfVisit } from '#app/domain/work/index.server.ts'
import { anItem } from '#test/domain/custody/an-item.ts'
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
const form = {
  workDone: '换上铰链',
  outcome: 'done',
  needed: '',
  reasons: new Map<number, string>(),
} as const

async function atWork(facts: Partial<typeof visits.$inferInsert> = {}) {
  const visit = await aConfirmedVisit(database.db, {
    status: 'working',
    startedAt: at('14:05'),
    ...facts,
  })
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

  test('VS-6 what a second member wrote otherwise is refused, not dropped', async () => {
    await database.db.update(checklistItems).set({ active: false })
    const { visit, ctx } = await atWork()
    await finishVisit(ctx, visit.id, form)
    const other = { ...form, workDone: '另外还换了拉手' }
    await expect(finishVisit(ctx, visit.id, other)).rejects.toMatchObject({
      code: 'visitFinishedBefore',
    })
    expect((await visitNow(database.db, visit.id)).workDone).toBe(form.workDone)
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
    await recordChecks(ctx, visit.id, {
      shown: [shoes!.id, mat!.id],
      done: [shoes!.id],
      values: new Map(),
    })
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
    await recordChecks(ctx, visit.id, {
      shown: [foreign!.id],
      done: [foreign!.id],
      values: new Map(),
    })
    expect(
      await database.db.select().from(visitChecks).where(eq(visitChecks.visitId, visit.id)),
    ).toEqual([])
    await database.db.update(visitChecks).set({ done: true })
    await database.db.update(checklistItems).set({ active: false })
    await finishVisit(ctx, visit.id, form)
    await expect(
      recordChecks(ctx, visit.id, { shown: [shoes!.id], done: [], values: new Map() }),
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
      outcome: 'done',
      needed: '',
      reasons: new Map([[12, '没带']]),
    })
    expect(FinishVisitForm.safeParse({ workDone: '' }).success).toBe(false)
  })
})

describe('how a visit ends', () => {
  const escalated = {
    ...form,
    workDone: '侧板裂了',
    outcome: 'escalated',
    needed: '换侧板',
  } as const

  async function nothingToCheck() {
    await database.db.update(checklistItems).set({ active: false })
  }

  test('VS-4 what can’t be fixed goes back to the desk at once, and its managers are told', async () => {
    await nothingToCheck()
    const manager = await aColleague(database.db, 'aftersales_manager', { locale: 'en' })
    const gone = await aColleague(database.db, 'aftersales_manager', { disabledAt: at('09:00') })
    const { visit, ctx } = await atWork()
    await Promise.all([1, 2].map(() => finishVisit(ctx, visit.id, escalated)))
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      status: 'finished',
      outcome: 'escalated',
      workDone: '侧板裂了',
    })
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({
      status: 'triaged',
      solution: null,
      resolvedAt: null,
    })
    expect(await eventsOf(database.db, visit.ticketId)).toEqual([
      expect.objectContaining({
        kind: 'work_finished',
        data: { workDone: '侧板裂了', outcome: 'escalated' },
      }),
      expect.objectContaining({
        kind: 'visit_escalated',
        data: { status: ['scheduled', 'triaged'], found: '侧板裂了', needed: '换侧板' },
      }),
    ])
    const mails = await mailsOf(database.db, visit.ticketId)
    expect(mails.map(({ template }) => template)).not.toContain('visit-finished')
    expect(mails.filter(({ staffId }) => staffId === manager.id)).toEqual([
      expect.objectContaining({
        template: 'visit-escalated',
        locale: 'en',
        params: expect.objectContaining({
          found: '侧板裂了',
          needed: '换侧板',
          visitId: visit.id,
        }) as unknown,
      }),
    ])
    expect(mails.filter(({ staffId }) => staffId === gone.id)).toEqual([])
    expect(await followUpsOf(database.db, visit.ticketId)).toHaveLength(1)
  })

  test('VS-4 with another visit to come the ticket keeps waiting for that one', async () => {
    await nothingToCheck()
    const { visit, ctx } = await atWork()
    await aVisit(database.db, { ticketId: visit.ticketId })
    await finishVisit(ctx, visit.id, escalated)
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({ status: 'scheduled' })
  })

  test('VS-4 a delivery that was handed on hasn’t delivered the order', async () => {
    await nothingToCheck()
    const order = await anOrderReady(database.db)
    const ticket = await aTicket(database.db, {
      status: 'in_progress',
      orderId: order.id,
      customerId: order.customerId!,
    })
    const { visit, ctx } = await atWork({ ticketId: ticket.id, skill: 'delivery' })
    await finishVisit(ctx, visit.id, escalated)
    const now = only(await database.db.select().from(orders).where(eq(orders.id, order.id)))
    expect(now).toMatchObject({ deliveredOn: null })
  })

  test('VS-4 handing on says what it takes', () => {
    const typed = { workDone: '看过了', outcome: 'escalated', needed: ' ' }
    expect(FinishVisitForm.safeParse(typed).error?.issues[0]).toMatchObject({
      path: ['needed'],
      message: 'validation:needed',
    })
  })

  test('VS-4 taken away needs a receipt of this visit', async () => {
    await nothingToCheck()
    const { visit, ctx } = await atWork()
    const takenAway = { ...form, outcome: 'taken_away' } as const
    await expect(finishVisit(ctx, visit.id, takenAway)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'nothingTakenAway',
    })
    expect(await visitNow(database.db, visit.id)).toMatchObject({ status: 'working' })
  })

  test('VS-4 taken away, the ticket rests until the item should be back; nobody is asked to rate', async () => {
    await nothingToCheck()
    const { visit, ctx } = await atWork()
    await takeAway(ctx, visit.id, anItem({ item: '柜门', backOn: '2026-03-18' }))
    await takeAway(ctx, visit.id, anItem({ item: '抽屉', backOn: '2026-03-14' }))
    await finishVisit(ctx, visit.id, { ...form, outcome: 'taken_away' })
    expect(await visitNow(database.db, visit.id)).toMatchObject({ outcome: 'taken_away' })
    const ticket = await ticketNow(database.db, visit.ticketId)
    expect(ticket).toMatchObject({ status: 'paused', pausedUntil: '2026-03-18', resolvedAt: null })
    expect(ticket.pauseReason).toMatch(/^C\d{7} 柜门 · C\d{7} 抽屉$/)
    const mails = await mailsOf(database.db, visit.ticketId)
    expect(mails.map(({ template }) => template)).toEqual(['custody-receipt', 'custody-receipt'])
  })

  test('VS-4 an item that left with the crew is away, whatever was ticked', async () => {
    await nothingToCheck()
    const { visit, ctx } = await atWork()
    await takeAway(ctx, visit.id, anItem({ backOn: null }))
    await finishVisit(ctx, visit.id, form)
    expect(await visitNow(database.db, visit.id)).toMatchObject({ outcome: 'taken_away' })
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({
      status: 'paused',
      pausedUntil: '2026-03-17',
    })
  })

  test('VS-5 an exchange ends with its original collected or its staying explained', async () => {
    await nothingToCheck()
    const exchange = () => aTicket(database.db, { kind: 'exchange', status: 'in_progress' })
    const collected = await atWork({ ticketId: (await exchange()).id, skill: 'delivery' })
    const explained = await atWork({ ticketId: (await exchange()).id, skill: 'delivery' })
    for (const { ctx, visit } of [collected, explained]) {
      await expect(finishVisit(ctx, visit.id, form)).rejects.toMatchObject({
        kind: 'conflict',
        code: 'originalNotCollected',
      })
    }
    await takeAway(collected.ctx, collected.visit.id, anItem({ purpose: 'exchange' }))
    await notCollected(explained.ctx, explained.visit.id, { reason: '业主留着放书' })
    for (const { ctx, visit } of [collected, explained]) await finishVisit(ctx, visit.id, form)
    expect(await ticketNow(database.db, collected.visit.ticketId)).toMatchObject({
      status: 'resolved',
    })
    expect(await eventsOf(database.db, explained.visit.ticketId)).toContainEqual(
      expect.objectContaining({
        kind: 'work_finished',
        data: { workDone: '换上铰链', outcome: 'done', notCollected: '业主留着放书' },
      }),
    )
  })

  test('VS-2 finished out of a pause, the pause ends with it', async () => {
    await nothingToCheck()
    const { visit, ctx } = await atWork()
    await pauseWork(ctx, visit.id, { reason: 'parts', note: '' })
    await finishVisit(ctx, visit.id, form)
    const { pauses } = await workOfVisit(ctx, visit.id)
    expect(pauses).toEqual([expect.objectContaining({ resumedAt: at('14:30') })])
  })
})
