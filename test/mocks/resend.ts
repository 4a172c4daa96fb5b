import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { ReceivedMails } from './received-mails.ts'

const addresses = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat())
const Email = z.object({
  from: z.string(),
  to: addresses,
  subject: z.string(),
  html: z.string().optional(),
  text: z.string().optional(),
  reply_to: addresses.optional(),
  headers: z.record(z.string(), z.string()).optional(),
})

export interface Mail extends z.infer<typeof Email> {
  id: string
  idempotencyKey: string | undefined
  at: Date
}

interface Failure {
  status: 429 | 500 | 503
  /** Seconds, as the provider says them with a 429. */
  retryAfter?: number
  /** How many requests meet it; all, if left out. */
  times?: number
  /** The mail is taken, but its sender is told otherwise. */
  afterAccepting?: boolean
}

/** The mail provider's own HTTP interface on this machine; it keeps what it is sent. */
export class FakeResend {
  readonly mails: Mail[] = []
  readonly received = new ReceivedMails()
  /** Every request to send, refused ones too. */
  requests = 0
  #byKey = new Map<string, { body: string; id: string }>()
  #failure: (Failure & { left: number }) | undefined
  #delay = { before: 0, after: 0 }
  #port = 0
  #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => {
      reply(response, 500, 'application_error', String(error))
    })
  })

  get url() {
    return `http://127.0.0.1:${this.#port}`
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#port, '127.0.0.1', resolve)
    })
    this.#port = (this.#server.address() as AddressInfo).port
    return this
  }

  /** From now on connections are refused, until `listen` is called again. */
  async hangUp() {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  stop() {
    return this.hangUp()
  }

  fail(failure: Failure) {
    this.#failure = { ...failure, left: failure.times ?? Infinity }
  }

  /** Every answer takes this long; the mail is taken at its end, or at its beginning. */
  slowDown(milliseconds: number, { afterAccepting = false } = {}) {
    this.#delay = afterAccepting
      ? { before: 0, after: milliseconds }
      : { before: milliseconds, after: 0 }
  }

  recover() {
    this.#failure = undefined
    this.#delay = { before: 0, after: 0 }
  }

  mailTo(address: string): Mail[] {
    return this.mails.filter(({ to }) => to.some((one) => one.includes(address)))
  }

  async waitForMail(
    predicate: (mail: Mail) => boolean,
    { timeout = 15_000 }: { timeout?: number } = {},
  ): Promise<Mail> {
    for (const end = Date.now() + timeout; Date.now() < end; await sleep(25)) {
      const mail = this.mails.find(predicate)
      if (mail) return mail
    }
    const seen = this.mails.map(({ to, subject }) => `${to.join()}: ${subject}`).join('\n')
    throw new Error(`No such mail came within ${timeout} ms. What came:\n${seen}`)
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const body = await readBody(request)
    const { before, after } = this.#delay
    if (before) await sleep(before)
    if (this.received.answer(request, response, this.url)) return
    if (request.method !== 'POST' || request.url !== '/emails') {
      return reply(response, 404, 'not_found', 'The requested endpoint does not exist.')
    }
    this.requests += 1
    if (!/^Bearer .+/.test(request.headers.authorization ?? '')) {
      return reply(response, 401, 'missing_api_key', 'Missing API key in the authorization header.')
    }
    const failure = this.#nextFailure()
    if (failure && !failure.afterAccepting) return sayFailure(response, failure)
    const key = request.headers['idempotency-key']?.toString()
    const id = this.#take(body, key, response)
    if (id === undefined) return
    if (after) await sleep(after)
    if (failure) return sayFailure(response, failure)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }))
  }

  #take(body: string, key: string | undefined, response: ServerResponse): string | undefined {
    const before = key ? this.#byKey.get(key) : undefined
    if (before?.body === body) return before.id
    if (before) {
      const words = 'The idempotency key was used with a different request body.'
      return reply(response, 409, 'invalid_idempotent_request', words)
    }
    const email = Email.safeParse(parseJson(body))
    if (!email.success) {
      return reply(response, 422, 'validation_error', z.prettifyError(email.error))
    }
    const id = randomUUID()
    if (key) this.#byKey.set(key, { body, id })
    this.mails.push({ ...email.data, id, idempotencyKey: key, at: new Date() })
    return id
  }

  #nextFailure(): Failure | undefined {
    const failure = this.#failure
    if (!failure || failure.left <= 0) return undefined
    failure.left -= 1
    return failure
  }
}

export function startResend(): Promise<FakeResend> {
  return new FakeResend().listen()
}

function sayFailure(response: ServerResponse, { status, retryAfter }: Failure) {
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter))
  if (status === 429) return reply(response, 429, 'rate_limit_exceeded', 'Too many requests.')
  return reply(response, status, 'internal_server_error', 'An unexpected error occurred.')
}

function reply(response: ServerResponse, statusCode: number, name: string, message: string) {
  response
    .writeHead(statusCode, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ statusCode, name, message }))
  return undefined
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
