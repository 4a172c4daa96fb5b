import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { eq } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { listMessages } from '#app/domain/messages/list-messages.server.ts'
import { readMessage } from '#app/domain/messages/read-message.server.ts'
import { retryMessage } from '#app/domain/messages/retry-message.server.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import { sendMessageJob } from '#app/jobs/send-message.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const job = () => contextOf(database.db, { kind: 'job' })
const linkId = '00000000-0000-4000-8000-000000000001'

beforeEach(() => vi.stubEnv('RESEND_API_KEY', ''))
afterEach(() => vi.unstubAllEnvs())

async function written(email: string | null) {
  const ticket = await aTicket(database.db, { email })
  const id = await inTransaction(job(), (tx) =>
    writeToCustomer(tx, {
      to: ticket,
      template: 'ticket-received',
      ticketId: ticket.id,
      facts: { name: ticket.name, number: ticket.number, product: ticket.product, linkId },
    }),
  )
  return { id, ticket }
}
const desk = async () => contextOf(database.db, await aColleague(database.db, 'desk'))

describe('BK-4 the way a message takes', () => {
  test('is mail for whoever left an address, even while none goes out', async () => {
    const { id, ticket } = await written('yezhu@example.test')
    expect(await readMessage(await desk(), id)).toMatchObject({
      channel: 'mail',
      recipient: ticket.email,
    })
  })

  test('is the log for whoever left none: written in full, listed, and never sent', async () => {
    const { id, ticket } = await written(null)
    await sendMessageJob(job(), { messageId: id }, { last: false })
    const ctx = await desk()
    const message = await readMessage(ctx, id)
    expect(message).toMatchObject({ channel: 'log', recipient: ticket.name, sentAt: null })
    expect(message.text).toContain(ticket.number)
    const { messages: listed } = await listMessages(ctx, {
      status: 'no_provider',
      template: null,
      after: null,
    })
    expect(listed).toContainEqual(expect.objectContaining({ id, channel: 'log' }))
  })

  test('a withdrawn one is not sent by hand either', async () => {
    const { id } = await written('yezhu@example.test')
    await database.db.update(messages).set({ status: 'withdrawn' }).where(eq(messages.id, id))
    await expect(retryMessage(await desk(), id)).rejects.toMatchObject({ code: 'messageWithdrawn' })
  })
})
