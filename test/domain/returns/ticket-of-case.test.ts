import { describe, expect, test } from 'vitest'
import { appealCase } from '#app/domain/returns/appeal-case.server.ts'
import { decideCase } from '#app/domain/returns/decide-case.server.ts'
import { sayAnswerable } from '#app/domain/returns/say-answerable.server.ts'
import { cancelTicket } from '#app/domain/tickets/cancel-ticket.server.ts'
import { withdrawReport } from '#app/domain/tickets/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { contextOf } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { ticketNow } from '../visits/scene.ts'
import { shared } from './accounts.ts'
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

  test('is resolved with it, by what the customer was told; a customer who disagrees opens both', async () => {
    const { id, number, ticket } = await anAskedCase(db())
    const desk = await as(db(), 'desk')
    const told = '抱歉，这次不能换。'
    await decideCase(desk, number, aDecision({ remedy: 'reject', told, collect: undefined }))
    expect((await ticketNow(db(), ticket.id)).status).toBe(ticket.status)
    const { version } = await caseNow(db(), id)
    await sayAnswerable(desk, number, shared({ customer: '100' }, { version: String(version) }))
    expect(await caseNow(db(), id)).toMatchObject({ status: 'closed' })
    expect(await ticketNow(db(), ticket.id)).toMatchObject({ status: 'resolved', solution: told })
    await appealCase(customerOf(ticket.id), words())
    expect(await caseNow(db(), id)).toMatchObject({ status: 'appealed' })
    expect(await ticketNow(db(), ticket.id)).toMatchObject({ status: 'triaged', solution: null })
  })

  test('waits for a visit that is still to come', async () => {
    const { id, number, ticket } = await anAskedCase(db())
    const desk = await as(db(), 'desk')
    await aVisit(db(), { ticketId: ticket.id })
    await decideCase(desk, number, aDecision({ remedy: 'reject', collect: undefined }))
    const { version } = await caseNow(db(), id)
    await sayAnswerable(desk, number, shared({ customer: '100' }, { version: String(version) }))
    expect(await caseNow(db(), id)).toMatchObject({ status: 'closed' })
    expect((await ticketNow(db(), ticket.id)).status).toBe(ticket.status)
  })
})
