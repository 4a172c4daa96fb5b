import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { returnApprovals, returnDecisions } from '#db/schema/returns.ts'
import { attachments } from '#db/schema/tickets.ts'
import { exportCustomer } from '#app/domain/customers/export-customer.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCustomer } from '#test/factories/customers.ts'
import { aPlan } from '#test/factories/plans.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aCase } from '../returns/accounts.ts'
import { aCaseThatSays, aComplaintThatSays } from './said-of.ts'

const database = testDatabase()
const exported = async (id: number) =>
  exportCustomer(contextOf(database.db, await aColleague(database.db, 'aftersales_manager')), id)

test('CU-1: returns with what was asked, told and paid; complaints with answer and verdict', async () => {
  const customer = await aCustomer(database.db)
  const { case: one, ticket } = await aCaseThatSays(database.db, customer.id, '桌面裂了')
  const complained = await aComplaintThatSays(database.db, customer.id, '师傅态度不好')
  const { cases, complaints } = await exported(customer.id)
  expect(cases).toEqual([
    {
      ...{
        number: one.number,
        ticket: ticket.number,
        product: '听雨餐桌',
        quantity: 1,
        pieces: [],
      },
      ...{ reason: 'defect', wish: 'refund', words: '桌面裂了', unpacked: null },
      ...{ status: 'cancelled', askedAt: tuesdayMorning, closedAt: null },
      ...{ disagreedAt: tuesdayMorning, disagreedWords: '桌面裂了' },
      ...{ cancelledAt: tuesdayMorning, cancelReason: '桌面裂了' },
      decisions: [{ remedy: 'refund', told: '桌面裂了', at: tuesdayMorning }],
      refunds: [{ amount: 120_000, currency: 'CNY', method: 'transfer', paidAt: tuesdayMorning }],
    },
  ])
  expect(complaints).toEqual([
    {
      ...{ ticket: complained.ticket.number, status: 'closed' },
      ...{ words: complained.ticket.description, openedAt: complained.ticket.createdAt },
      ...{ resolution: '师傅态度不好', answeredAt: tuesdayMorning },
      ...{ verdict: 'not_content', verdictWords: '师傅态度不好', verdictAt: tuesdayMorning },
      closedAt: tuesdayMorning,
    },
  ])
})

test('Q-13: nothing that colleagues keep for themselves is in it', async () => {
  const inside = `内部${randomUUID().slice(0, 8)}`
  const customer = await aCustomer(database.db)
  const { ticket, ...one } = await aCase(database.db, {
    ticket: { customerId: customer.id, status: 'closed' },
    total: 91_827_364,
    decision: { why: inside, told: '给您换一张新的。', plan: aPlan({ what: inside }) },
    shares: { factory: 70, desk: 30 },
  })
  const sentBack = only(
    await database.db
      .insert(returnDecisions)
      .values({
        ...{ caseId: one.case.id, seq: 2, remedy: 'reject', why: inside, told: inside, terms: [] },
        costs: { goods: 1, residual: 0, freight: 0, labour: 0, refund: 0, charged: 0 },
        ...{ total: 1, currency: 'CNY', plan: aPlan(), needs: 'manager', at: tuesdayMorning },
        by: (await aColleague(database.db, 'desk')).id,
      })
      .returning(),
  )
  const by = (await aColleague(database.db, 'aftersales_manager')).id
  const said = { reason: inside, saw: {}, at: tuesdayMorning, by }
  await database.db
    .insert(returnApprovals)
    .values({ decisionId: sentBack.id, approved: false, ...said })
  // Nor one that still waits.
  const waits = { ...sentBack, id: undefined, seq: 3 }
  await database.db.insert(returnDecisions).values(waits)
  await database.db.insert(attachments).values(
    (['inspection', 'evidence', 'report'] as const).map((stage, i) => ({
      ...{ ticketId: ticket.id, caseId: one.case.id, stage, contentType: 'image/jpeg' as const },
      ...{ bytes: 1, sha256: String(i).repeat(64), originalName: stage },
      createdAt: tuesdayMorning,
    })),
  )
  const data = await exported(customer.id)
  expect(data.cases[0]!.decisions).toMatchObject([{ told: '给您换一张新的。' }])
  expect(data.files.map(({ stage }) => stage)).toEqual(['report'])
  const all = JSON.stringify(data)
  for (const kept of [inside, '91827364', 'factory', '补不住', '含水率']) {
    expect(all).not.toContain(kept)
  }
})
