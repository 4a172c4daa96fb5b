import { expect, test } from 'vitest'
import { cancelTicket } from '#app/domain/tickets/cancel-ticket.server.ts'
import { closeTicket } from '#app/domain/tickets/close-ticket.server.ts'
import { readTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { resolveTicket } from '#app/domain/tickets/resolve-ticket.server.ts'
import { noteVerdict } from '#app/domain/complaints/give-verdict.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aComplaint, aManager, complaintNow, ticketNow } from './a-complaint.ts'

const database = testDatabase()
const atTheDesk = async () => contextOf(database.db, await aColleague(database.db, 'desk'))

test.each(['open', 'investigating', 'answered'] as const)(
  'CP-1 %s, its ticket is ended by no one but the customer’s word',
  async (status) => {
    const desk = await atTheDesk()
    const manager = await aManager(database.db)
    const { ticket, number } = await aComplaint(database.db, status)
    for (const ctx of [desk, manager]) {
      await expect(resolveTicket(ctx, number, { solution: '已道歉' })).rejects.toMatchObject({
        kind: 'conflict',
        code: 'complaintOpen',
      })
    }
    await expect(cancelTicket(desk, number, { reason: '算了' })).rejects.toThrow('complaintOpen')
    expect((await readTicket(desk, number)).kept).toEqual({ by: 'complaint' })
    expect(await ticketNow(database.db, ticket)).toMatchObject({ status: 'triaged' })
    expect(await complaintNow(database.db, ticket)).toMatchObject({ status })
  },
)

test('CP-1 nor is one that was resolved before it became a complaint filed away', async () => {
  const { number } = await aComplaint(database.db, 'open', { status: 'resolved' })
  await expect(closeTicket(await atTheDesk(), number)).rejects.toThrow('complaintOpen')
})

test('CP-1 whoever handles complaints gives one up that was none, with its ticket', async () => {
  const { ticket, number } = await aComplaint(database.db)
  await cancelTicket(await aManager(database.db), number, { reason: '登记错了' })
  expect(await complaintNow(database.db, ticket)).toMatchObject({ status: 'withdrawn' })
})

test('CP-1 with the customer’s word both end', async () => {
  const ctx = await aManager(database.db)
  const { ticket, number, version } = await aComplaint(database.db, 'answered')
  await noteVerdict(ctx, number, { version, verdict: 'content', words: '可以了' })
  expect(await ticketNow(database.db, ticket)).toMatchObject({ status: 'closed' })
  expect((await readTicket(ctx, number)).kept).toBeNull()
})
