import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { signatureOf, webhookSecret } from '#test/mocks/received-mails.ts'

const body = JSON.stringify({
  type: 'email.received',
  created_at: '2026-03-10T02:00:00Z',
  data: { email_id: 'one', from: 'a@b.test', to: ['c@d.test'], subject: 'Re' },
})

beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('RESEND_WEBHOOK_SECRET', webhookSecret)
})
afterEach(() => vi.unstubAllEnvs())

async function opened(payload: string, headers: Record<string, string>) {
  const { openWebhook } = await import('#app/platform/inbound-mail.server.ts')
  return openWebhook(payload, new Headers(headers))
}

test('a signed webhook is believed', async () => {
  expect(await opened(body, signatureOf(body))).toMatchObject({
    of: 'mail',
    mail: { data: { email_id: 'one', from: 'a@b.test' } },
  })
})

test.each([
  ['nothing', {}],
  ['another secret', signatureOf(body, `whsec_${Buffer.from('another').toString('base64')}`)],
  ['other bytes', signatureOf(`${body} `)],
  ['one of ten minutes ago', signatureOf(body, webhookSecret, new Date(Date.now() - 600_000))],
])('one signed with %s is not', async (_, headers) => {
  expect(await opened(body, headers)).toEqual({ of: 'forged' })
})

test('without a secret nothing is', async () => {
  vi.stubEnv('RESEND_WEBHOOK_SECRET', '')
  expect(await opened(body, signatureOf(body))).toEqual({ of: 'forged' })
})

test('news of another kind is heard and passed over', async () => {
  const other = JSON.stringify({ type: 'email.bounced', data: {} })
  expect(await opened(other, signatureOf(other))).toEqual({ of: 'other' })
})

test.each([
  [{ text: '周六下午', html: '<p>别的</p>' }, '周六下午'],
  [{ text: ' ', html: '<p>周六<b>下午</b></p><script>alert(1)</script>' }, '周六下午'],
  [{ text: null, html: null }, ''],
])('of %j the words are read', async (mail, words) => {
  const { wordsOf } = await import('#app/platform/inbound-mail.server.ts')
  expect(await wordsOf(mail)).toBe(words)
})
