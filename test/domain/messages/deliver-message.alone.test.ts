import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { deliverMessage, fillLinks, writeMessage } from '#app/domain/messages/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { messages } from '#db/schema/messages.ts'
import { contextOf } from '#test/factories/context.ts'
import { type FakeResend, startResend } from '#test/mocks/resend.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
let provider: FakeResend
beforeAll(async () => {
  provider = await startResend()
})
afterAll(() => provider.stop())
beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('RESEND_API_KEY', 're_test')
  vi.stubEnv('RESEND_BASE_URL', provider.url)
  provider.recover()
})

const linkId = '00000000-0000-4000-8000-000000000001'
const job = () => contextOf(database.db, { kind: 'job' })

async function written(recipient: string) {
  return inTransaction(job(), (tx) =>
    writeMessage(tx, {
      template: 'ticket-received',
      recipient,
      locale: 'en',
      facts: { name: 'Ann', number: 'R100042-7', product: 'Sofa', linkId },
    }),
  )
}

async function run(id: string, last = false) {
  const { sendMessageJob } = await import('#app/jobs/send-message.server.ts')
  await sendMessageJob(job(), { messageId: id }, { last })
}

async function row(id: string) {
  const [message] = await database.db.select().from(messages).where(eq(messages.id, id))
  return message!
}

describe('mails', () => {
  test('are written in the transaction that causes them, or not at all', async () => {
    const failing = inTransaction(job(), async (tx) => {
      await writeMessage(tx, {
        template: 'ticket-received',
        recipient: 'rolled@back.test',
        locale: 'en',
        facts: { name: 'Ann', number: 'R1', product: 'Sofa', linkId },
      })
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    const found = await database.db
      .select()
      .from(messages)
      .where(eq(messages.recipient, 'rolled@back.test'))
    expect(found).toEqual([])
  })

  test('are sent once, with the private link in place and kept without it', async () => {
    const id = await written('ann@example.test')
    await run(id)
    await run(id)
    expect(provider.mailTo('ann@example.test')).toHaveLength(1)
    const [mail] = provider.mailTo('ann@example.test')
    const message = await row(id)
    expect(message.status).toBe('sent')
    expect(message.text).toContain(`{{link:${linkId}}}`)
    expect(mail!.text).toBe(fillLinks(message.text!))
    expect(mail!.text).not.toContain('{{link')
    expect(mail!.html).toContain('R100042-7')
  })

  test('Q-9 a provider that is down, slow to answer or full is tried again; the mail goes out once', async () => {
    const id = await written('bob@example.test')
    for (const status of [500, 429, 503] as const) {
      provider.fail({ status })
      await expect(run(id)).rejects.toThrow(/mail provider/)
      expect(await row(id)).toMatchObject({ status: 'retrying' })
    }
    provider.fail({ status: 500, afterAccepting: true, times: 1 })
    await expect(run(id)).rejects.toThrow(/mail provider/)
    provider.recover()
    await run(id)
    expect(provider.mailTo('bob@example.test')).toHaveLength(1)
    expect(await row(id)).toMatchObject({ status: 'sent', attempts: 5 })
  })

  test('the last try in vain shows as failed', async () => {
    const id = await written('carol@example.test')
    provider.fail({ status: 500 })
    await expect(run(id, true)).rejects.toThrow(/mail provider/)
    const message = await row(id)
    expect(message.status).toBe('failed')
    expect(message.error).toMatch(/internal_server_error/)
  })

  test('without a key a mail is kept, in full, as not sent', async () => {
    vi.stubEnv('RESEND_API_KEY', '')
    const id = await written('dave@example.test')
    await run(id)
    const message = await row(id)
    expect(message.status).toBe('no_provider')
    expect(message.subject).toContain('R100042-7')
    expect(provider.mailTo('dave@example.test')).toEqual([])
  })

  test('what the provider calls wrong is not tried for ever', async () => {
    const id = await written('erin@example.test')
    const post = {
      render: () => Promise.resolve({ subject: 's', text: 't', html: 'h' }),
      handOver: () =>
        Promise.resolve({ outcome: 'rejected' as const, reason: 'invalid_to_address' }),
    }
    await deliverMessage(job(), id, post, { last: false })
    expect(await row(id)).toMatchObject({ status: 'failed', error: 'invalid_to_address' })
  })
})
