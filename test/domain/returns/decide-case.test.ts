import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { returnApprovals, returnDecisions } from '#db/schema/returns.ts'
import { answerDecision } from '#app/domain/returns/answer-decision.server.ts'
import { bookConsequence } from '#app/domain/returns/book-consequence.server.ts'
import { cancelCase } from '#app/domain/returns/cancel-case.server.ts'
import { bookableFrom } from '#app/domain/returns/collected-by.server.ts'
import { decideCase } from '#app/domain/returns/decide-case.server.ts'
import { moveVisitToWindow } from '#app/domain/bookings/index.server.ts'
import { cancelVisit } from '#app/domain/visits/index.server.ts'
import { resolveTicket } from '#app/domain/tickets/resolve-ticket.server.ts'
import { friday, thursday, wednesday, windowAt } from '#test/factories/districts.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf, mailsOf, visitNow } from '../visits/scene.ts'
import { aDecision, anAskedCase, as, caseNow, consequencesNow } from './deciding.ts'

const database = testDatabase()
const db = () => database.db
const short = async (id: number) =>
  (await consequencesNow(db(), id)).map(({ kind, status }) => `${kind} ${status}`)
const deliveryAt = (areaId: number, day: string) =>
  windowAt(db(), { areaId, service: 'delivery', day, from: '13:30' })
const decisionsOf = (caseId: number) =>
  db()
    .select()
    .from(returnDecisions)
    .where(eq(returnDecisions.caseId, caseId))
    .orderBy(returnDecisions.seq)

describe('RX-3 a decision within the desk’s own level', () => {
  test('RX-4 stands at once: what follows is set going and the customer is told, once however often it is sent', async () => {
    const { id, number, ticket } = await anAskedCase(db())
    const desk = await as(db(), 'desk')
    const form = aDecision()
    const answers = await Promise.all([1, 2, 3].map(() => decideCase(desk, number, form)))
    expect(answers).toEqual(['stands', 'stands', 'stands'])
    expect(await short(id)).toEqual(['goods open', 'delivery open', 'original open'])
    const [goods, delivery, original] = await consequencesNow(db(), id)
    expect(delivery).toMatchObject({ afterId: goods!.id, collects: true, skill: 'delivery' })
    expect(original).toMatchObject({ afterId: delivery!.id })
    expect(goods).toMatchObject({ promisedOn: '2026-03-12' })
    const [decision] = await decisionsOf(id)
    expect(await caseNow(db(), id)).toMatchObject({ status: 'acting', decisionId: decision!.id })
    expect(decision).toMatchObject({ needs: 'desk', remedy: 'exchange', currency: 'CNY' })
    const mails = await mailsOf(db(), ticket.id)
    expect(mails.filter(({ template }) => template === 'return-decided')).toHaveLength(1)
    const kinds = (await eventsOf(db(), ticket.id)).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['return_decided', 'return_told']))
  })

  test('Q-6 a form filled before a colleague decided is shown that first', async () => {
    const { number } = await anAskedCase(db())
    await decideCase(await as(db(), 'desk'), number, aDecision())
    await expect(decideCase(await as(db(), 'desk'), number, aDecision())).rejects.toMatchObject({
      code: 'caseChanged',
    })
  })

  test('RX-5 its ticket doesn’t end before it', async () => {
    const { ticket } = await anAskedCase(db())
    await expect(
      resolveTicket(await as(db(), 'desk'), ticket.number, { solution: '好了', seen: undefined }),
    ).rejects.toMatchObject({ code: 'returnCaseOpen' })
  })

  test.each(['store_guide', 'dispatcher', 'warehouse', 'caller', 'crew'] as const)(
    'is not for %s',
    async (role) => {
      const { number } = await anAskedCase(db())
      await expect(decideCase(await as(db(), role), number, aDecision())).rejects.toMatchObject({
        kind: 'forbidden',
      })
    },
  )

  test('goods can’t be promised for a day that is past', async () => {
    const { number } = await anAskedCase(db())
    await expect(
      decideCase(await as(db(), 'desk'), number, aDecision({ promisedOn: '2026-03-09' })),
    ).rejects.toMatchObject({ code: 'promisedPast' })
  })
})

const aRefund = (facts: Record<string, unknown> = {}) =>
  aDecision({ remedy: 'refund', amount: '5,680', method: 'original', collect: 'before', ...facts })

describe('RX-2 a return needs a signature', () => {
  test('the manager’s, with a reason; what was before them is kept', async () => {
    const { id, number } = await anAskedCase(db())
    expect(await decideCase(await as(db(), 'desk'), number, aRefund())).toBe('waits')
    expect(await short(id)).toEqual([])
    const waiting = await caseNow(db(), id)
    expect(waiting.status).toBe('approving')
    const manager = await as(db(), 'aftersales_manager')
    const answer = { decision: waiting.pendingId!, answer: 'approve', reason: '修过两次' } as const
    await answerDecision(manager, number, answer)
    expect(await short(id)).toEqual(['collection open', 'original open', 'refund open'])
    const [approval] = await db()
      .select()
      .from(returnApprovals)
      .where(eq(returnApprovals.decisionId, waiting.pendingId!))
    expect(approval).toMatchObject({ approved: true, by: manager.actor.id, reason: '修过两次' })
    expect(approval!.saw).toMatchObject({ remedy: 'refund', history: { cases: 0 } })
    await expect(answerDecision(manager, number, answer)).rejects.toMatchObject({
      code: 'approvalOver',
    })
  })

  test('above the limit the general manager’s', async () => {
    const { id, number } = await anAskedCase(db())
    await decideCase(await as(db(), 'desk'), number, aRefund({ amount: '18000' }))
    const { pendingId } = await caseNow(db(), id)
    const answer = { decision: pendingId!, answer: 'approve', reason: '同意' } as const
    await expect(
      answerDecision(await as(db(), 'aftersales_manager'), number, answer),
    ).rejects.toMatchObject({ code: 'approvalHigher' })
    await answerDecision(await as(db(), 'general_manager'), number, answer)
    expect((await caseNow(db(), id)).status).toBe('acting')
  })

  test('sent back, the case is to be decided again', async () => {
    const { id, number } = await anAskedCase(db())
    const desk = await as(db(), 'desk')
    await decideCase(desk, number, aRefund())
    const { pendingId } = await caseNow(db(), id)
    const answer = { decision: pendingId!, answer: 'send_back', reason: '先试换货' } as const
    await expect(answerDecision(desk, number, answer)).rejects.toMatchObject({ kind: 'forbidden' })
    await answerDecision(await as(db(), 'aftersales_manager'), number, answer)
    const back = await caseNow(db(), id)
    expect(back).toMatchObject({ status: 'asked', pendingId: null, decisionId: null })
    await decideCase(desk, number, aDecision({ version: back.version }))
    expect((await decisionsOf(id)).map(({ seq }) => seq)).toEqual([1, 2])
  })

  test('a manager’s own decision stands, signed by themselves', async () => {
    const { number, id } = await anAskedCase(db())
    const manager = await as(db(), 'aftersales_manager')
    expect(await decideCase(manager, number, aRefund())).toBe('stands')
    const [decision] = await decisionsOf(id)
    const [approval] = await db()
      .select()
      .from(returnApprovals)
      .where(eq(returnApprovals.decisionId, decision!.id))
    expect(approval).toMatchObject({ approved: true, by: manager.actor.id })
  })
})

describe('RX-4 the visits of a decision', () => {
  test('none is booked before the day its goods are promised, and none is moved there', async () => {
    const { id, number, area } = await anAskedCase(db())
    const desk = await as(db(), 'desk')
    await decideCase(desk, number, aDecision())
    const [, delivery] = await consequencesNow(db(), id)
    const early = await deliveryAt(area.id, wednesday)
    await expect(bookConsequence(desk, number, delivery!.id, early.id)).rejects.toMatchObject({
      code: 'goodsNotThere',
    })
    const there = await deliveryAt(area.id, thursday)
    const ids = await Promise.all(
      [1, 2].map(() => bookConsequence(desk, number, delivery!.id, there.id)),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await short(id)).toEqual(['goods open', 'delivery going', 'original open'])
    const { version } = await visitNow(db(), ids[0]!)
    await expect(
      moveVisitToWindow(desk, ids[0]!, { window: early.id, version, reason: '顾客要提前' }),
    ).rejects.toMatchObject({ code: 'goodsNotThere' })
  })

  test('VS-5 what was agreed as it was decided is booked with it, linked; all of it or nothing', async () => {
    const { id, number, area } = await anAskedCase(db())
    const desk = await as(db(), 'desk')
    const [first, last] = [await deliveryAt(area.id, thursday), await deliveryAt(area.id, friday)]
    const early = await deliveryAt(area.id, wednesday)
    const agreed = { collect: 'before', collectWindow: String(first.id) }
    await expect(
      decideCase(desk, number, aDecision({ ...agreed, window: String(early.id) })),
    ).rejects.toMatchObject({ code: 'collectionLater' })
    expect(await short(id)).toEqual([])
    await decideCase(desk, number, aDecision({ ...agreed, window: String(last.id) }))
    const [, collection, delivery] = await consequencesNow(db(), id)
    expect(await visitNow(db(), delivery!.visitId!)).toMatchObject({
      afterVisitId: collection!.visitId,
      windowId: last.id,
    })
  })

  test('one that is called off is to be booked again', async () => {
    const { id, number, area } = await anAskedCase(db())
    const desk = await as(db(), 'desk')
    await decideCase(desk, number, aDecision())
    const [, delivery] = await consequencesNow(db(), id)
    const window = await deliveryAt(area.id, friday)
    const visitId = await bookConsequence(desk, number, delivery!.id, window.id)
    const { version } = await visitNow(db(), visitId)
    await cancelVisit(desk, visitId, { reason: '顾客不在家', version })
    expect(await short(id)).toEqual(['goods open', 'delivery open', 'original open'])
    expect(await bookConsequence(desk, number, delivery!.id, window.id)).not.toBe(visitId)
  })

  test('VS-5 where the original leaves first, its collection is booked first and linked', async () => {
    const { id, number, area } = await anAskedCase(db())
    const desk = await as(db(), 'desk')
    await decideCase(desk, number, aDecision({ collect: 'before' }))
    expect(await short(id)).toEqual([
      'goods open',
      'collection open',
      'delivery open',
      'original open',
    ])
    const [, collection, delivery] = await consequencesNow(db(), id)
    const last = await deliveryAt(area.id, friday)
    await expect(bookConsequence(desk, number, delivery!.id, last.id)).rejects.toMatchObject({
      code: 'collectionFirst',
    })
    const first = await deliveryAt(area.id, thursday)
    const fetched = await bookConsequence(desk, number, collection!.id, first.id)
    const { windowEnd, work } = await visitNow(db(), fetched)
    expect(work).toBe('上门收旧货：听雨餐桌')
    expect(await bookableFrom(desk, delivery!)).toEqual(windowEnd)
    await expect(bookConsequence(desk, number, delivery!.id, first.id)).rejects.toMatchObject({
      code: 'collectionLater',
    })
    const brought = await bookConsequence(desk, number, delivery!.id, last.id)
    expect(await visitNow(db(), brought)).toMatchObject({
      afterVisitId: fetched,
      work: '送货：听雨餐桌一张',
    })
  })
})

describe('RX-3 deciding again', () => {
  test('takes back what the first set going, its visit included', async () => {
    const { id, number, area } = await anAskedCase(db())
    const desk = await as(db(), 'desk')
    await decideCase(desk, number, aDecision())
    const [, delivery] = await consequencesNow(db(), id)
    const window = await deliveryAt(area.id, friday)
    const visitId = await bookConsequence(desk, number, delivery!.id, window.id)
    const { version } = await caseNow(db(), id)
    const repair = aDecision({ remedy: 'repair', what: '补漆', version, collect: undefined })
    expect(await decideCase(desk, number, repair)).toBe('stands')
    expect(await visitNow(db(), visitId)).toMatchObject({ status: 'cancelled' })
    expect(await short(id)).toEqual([
      'goods cancelled',
      'delivery cancelled',
      'original cancelled',
      'repair open',
    ])
  })

  test('a case that is cancelled takes its consequences back; nothing is half done', async () => {
    const { id, number, area } = await anAskedCase(db())
    const desk = await as(db(), 'desk')
    await decideCase(desk, number, aDecision())
    const [, delivery] = await consequencesNow(db(), id)
    const window = await deliveryAt(area.id, friday)
    const visitId = await bookConsequence(desk, number, delivery!.id, window.id)
    const { version } = await caseNow(db(), id)
    await cancelCase(desk, number, { reason: '顾客不换了', version })
    expect(await caseNow(db(), id)).toMatchObject({ status: 'cancelled' })
    expect(await visitNow(db(), visitId)).toMatchObject({ status: 'cancelled' })
    expect((await short(id)).every((one) => one.endsWith('cancelled'))).toBe(true)
  })
})
