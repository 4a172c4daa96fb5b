import { createHmac, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface ReceivedMail {
  from: string
  to: string[]
  subject?: string
  text?: string | null
  html?: string | null
  headers?: Record<string, string>
  files?: { name: string; mimeType: string; buffer: Buffer }[]
}

export const webhookSecret = `whsec_${Buffer.from('only-for-tests-only-for-tests').toString('base64')}`

/** The half of the mail provider that receives: it keeps mails, announces them by webhook, and says what they are. */
export class ReceivedMails {
  #mails = new Map<string, ReceivedMail>()
  /** How often each was asked for. */
  readonly asked: string[] = []
  /** While set, every question is answered with this status. */
  failing: number | null = null

  keep(mail: ReceivedMail): string {
    const id = randomUUID()
    this.#mails.set(id, mail)
    return id
  }

  /** The webhook's body for a mail that is kept. */
  announcement(id: string): string {
    const { from, to, subject = '' } = this.#mails.get(id)!
    const created_at = new Date().toISOString()
    const data = { email_id: id, created_at, from, to, cc: [], bcc: [], received_for: to, subject }
    return JSON.stringify({
      type: 'email.received',
      created_at,
      data: { ...data, message_id: `<${id}@mail.test>`, attachments: [] },
    })
  }

  /** Announces it to the product as the provider would. */
  announce(siteUrl: string, id: string, secret = webhookSecret): Promise<Response> {
    const body = this.announcement(id)
    return fetch(`${siteUrl}/resources/inbound-mail`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...signatureOf(body, secret) },
      body,
    })
  }

  /** A mail comes in. */
  async receive(siteUrl: string, mail: ReceivedMail): Promise<string> {
    const id = this.keep(mail)
    const answer = await this.announce(siteUrl, id)
    if (answer.status !== 204) throw new Error(`The webhook was answered with ${answer.status}`)
    return id
  }

  /** @returns whether the request was one of these */
  answer(request: IncomingMessage, response: ServerResponse, base: string): boolean {
    const [, id, part, index] =
      /^\/(?:emails\/receiving\/)?([0-9a-f-]{36})(?:\/(attachments|file))?(?:\/(\d+))?/.exec(
        request.url ?? '',
      ) ?? []
    if (request.method !== 'GET' || id === undefined) return false
    this.asked.push(id)
    const mail = this.#mails.get(id)
    if (this.failing !== null || !mail) {
      const status = this.failing ?? 404
      const name = status === 404 ? 'not_found' : 'internal_server_error'
      json(response, status, { statusCode: status, name, message: 'No such mail' })
    } else if (part === 'file') {
      response.writeHead(200).end(mail.files?.[Number(index)]?.buffer)
    } else if (part === 'attachments') {
      json(response, 200, { object: 'list', has_more: false, data: filesOf(mail, id, base) })
    } else {
      const { from, to, subject = '', text = null, html = null, headers = {} } = mail
      const created_at = new Date().toISOString()
      json(response, 200, {
        object: 'email',
        id,
        from,
        to,
        subject,
        text,
        html,
        headers,
        created_at,
      })
    }
    return true
  }
}

const filesOf = ({ files = [] }: ReceivedMail, id: string, base: string) =>
  files.map(({ name, mimeType, buffer }, index) => ({
    id: String(index),
    filename: name,
    size: buffer.length,
    content_type: mimeType,
    content_disposition: 'attachment',
    download_url: `${base}/${id}/file/${index}`,
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
  }))

/** The provider's signature over the very bytes. */
export function signatureOf(body: string, secret = webhookSecret, at = new Date()) {
  const id = `msg_${randomUUID()}`
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` }
}

const json = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
