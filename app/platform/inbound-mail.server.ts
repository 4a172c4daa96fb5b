import { Resend } from 'resend'
import { z } from 'zod'
import { maxUploadBytes } from '#db/vocabulary/attachments.ts'
import { environment } from './environment.server.ts'
import { patiently } from './mail.server.ts'
import type { UploadedFile } from './uploads.server.ts'

/** Whether answers by mail can reach us. */
export function inboundMailSet(): boolean {
  const { INBOUND_DOMAIN, RESEND_WEBHOOK_SECRET, RESEND_API_KEY } = environment()
  return Boolean(INBOUND_DOMAIN && RESEND_WEBHOOK_SECRET && RESEND_API_KEY)
}

const Announced = z.object({
  type: z.literal('email.received'),
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z.string().min(1).max(200),
    from: z.string(),
    to: z.array(z.string()),
    cc: z.array(z.string()).nullish(),
    received_for: z.array(z.string()).nullish(),
    subject: z.string().nullish(),
  }),
})
export type AnnouncedMail = z.output<typeof Announced>

/**
 * What the provider's webhook says, once its signature over the very bytes was found good.
 * @returns the mail, `other` for news of another kind, `forged` when it isn't the provider who speaks
 */
export function openWebhook(
  payload: string,
  headers: Headers,
): { of: 'mail'; mail: AnnouncedMail } | { of: 'other' } | { of: 'forged' } {
  const { RESEND_WEBHOOK_SECRET } = environment()
  if (!RESEND_WEBHOOK_SECRET) return { of: 'forged' }
  let event: unknown
  try {
    event = new Resend('unused').webhooks.verify({
      payload,
      headers: {
        id: headers.get('svix-id') ?? '',
        timestamp: headers.get('svix-timestamp') ?? '',
        signature: headers.get('svix-signature') ?? '',
      },
      webhookSecret: RESEND_WEBHOOK_SECRET,
    })
  } catch {
    return { of: 'forged' }
  }
  const mail = Announced.safeParse(event)
  return mail.success ? { of: 'mail', mail: mail.data } : { of: 'other' }
}

export interface ReceivedMail {
  /** Its plain text; where it has none, the HTML's. */
  text: string
  /** Names in lower case. */
  headers: Record<string, string>
}

export class MailGone extends Error {}

/**
 * What a mail says, as the provider keeps it.
 * @throws MailGone when it doesn't; anything else may be better later
 */
export async function readReceivedMail(providerId: string): Promise<ReceivedMail> {
  const { data, error } = await patiently(provider().emails.receiving.get(providerId))
  if (error) throw failed(error)
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(data.headers ?? {})) {
    headers[name.toLowerCase()] = String(value)
  }
  return { text: await wordsOf(data), headers }
}

/** What a mail says in plain text. */
export async function wordsOf({
  text,
  html,
}: {
  text: string | null
  html: string | null
}): Promise<string> {
  if (text?.trim()) return text
  const { toPlainText } = await import('@react-email/render')
  return toPlainText(html ?? '')
}

const maxFiles = 12

/** Its files as they were sent; one over the limit comes without its bytes. */
export async function readReceivedFiles(providerId: string): Promise<UploadedFile[]> {
  const { data, error } = await patiently(
    provider().emails.receiving.attachments.list({ emailId: providerId }),
  )
  if (error) throw failed(error)
  const files: UploadedFile[] = []
  for (const file of data.data.slice(0, maxFiles)) {
    const name = file.filename ?? 'file'
    const tooBig = file.size > maxUploadBytes
    const bytes = tooBig ? Buffer.alloc(0) : await download(file.download_url)
    files.push({ field: 'files', name, bytes, tooBig })
  }
  return files
}

async function download(url: string): Promise<Buffer> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) })
  if (!answer.ok) throw new Error(`mail provider: ${answer.status} for an attachment`)
  return Buffer.from(await answer.arrayBuffer())
}

function provider(): Resend {
  const { RESEND_API_KEY, RESEND_BASE_URL } = environment()
  if (!RESEND_API_KEY) throw new Error('mail provider: no key is set')
  return new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {})
}

function failed({ name, message }: { name: string; message: string }): Error {
  const words = `mail provider: ${name}: ${message}`
  return name === 'not_found' ? new MailGone(words) : new Error(words)
}
