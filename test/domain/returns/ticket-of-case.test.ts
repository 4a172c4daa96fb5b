import { describe, expect, test } from 'vitest'
import { decideCase } from '#app/domain/returns/decide-case.server.ts'
import { cancelTicket } from '#app/domain/tickets/cancel-ticket.server.ts'
import { withdrawReport } from '#app/domain/tickets/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { contextOf } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { testDatabase } from '#test/setup/database.ts'
import { ticketNow } from '../visits/scene.ts'
import { aDecision, anAskedCase, as, caseNow } from './deciding.ts'

const database = testDatabase()
const db = () => database.db
const customerOf = (ticketId: number) =>
  contextOf<CustomerActor>(db(), { kind: 'customer', ticketId })
const words = () => ({
  words: '不换了',
  submissionKey: `withdraw-${String(serial()).padStart(20, '0')}`,
})

describe('RX-5 the ticket of a case', () => {
  test('isn’t cancelled by the desk before it', async () => {
    const { ticket } = await anAskedCase(db())
    await expect(
      cancelTicket(await as(db(), 'desk'), ticket.number, {
        reason: '重复',
        seen: undefined,
      }),
    ).rejects.toMatchObject({ code: 'returnCaseOpen' })
  })

  test('goes with what nobody decided yet when the customer takes it back', async () => {
    const { id, ticket } = await anAskedCase(db())
    await withdrawReport(customerOf(ticket.id), words())
    expect(await caseNow(db(), id)).toMatchObject({ status: 'cancelled' })
    expect(await ticketNow(db(), ticket.id)).toMatchObject({ status: 'cancelled' })
  })

  test('stays once something was decided', async () => {
    const { id, number, ticket } = await anAskedCase(db())
    await decideCase(await as(db(), 'desk'), number, aDecision())
    await expect(withdrawReport(customerOf(ticket.id), words())).rejects.toMatchObject({
      code: 'notToWithdraw',
    })
    expect((await caseNow(db(), id)).status).toBe('acting')
  })
})
