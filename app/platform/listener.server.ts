import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { AppLoadContext, RequestHandler } from '@remix-run/node'
import { environment } from './environment.server.ts'
import { fromOurPage, secureHeaders } from './headers.server.ts'
import { log } from './log.server.ts'
import { countRequest } from './metrics.server.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string
    reference: string
    /** The caller's address, as far as it can be trusted. */
    address: string
  }
}

const zip = promisify(gzip)
const compressible = /^(text\/|application\/(json|javascript|xml)|image\/svg)/

/** Between Node's HTTP server and Remix: one request in, one answer out, the same headers on all. */
export function listener(handle: RequestHandler) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const done = countRequest()
    const context: AppLoadContext = {
      nonce: randomBytes(16).toString('base64'),
      reference: randomUUID().slice(0, 8),
      address: callerAddress(req),
    }
    let response: Response
    try {
      const request = toRequest(req, res)
      response = fromOurPage(request.method, request.headers)
        ? await handle(request, context)
        : new Response('Cross-site request refused', { status: 403 })
    } catch (error) {
      log.error({ err: error, reference: context.reference }, 'no answer')
      response = new Response(null, { status: 500 })
    }
    done(response.status)
    await send(req, res, response).catch((error: unknown) => {
      // The reader went away; nothing is left to say to them.
      log.debug({ err: error }, 'answer not delivered')
      res.destroy()
    })
  }
}

/** Links and redirects use our own address, never the Host a caller sends. */
export const publicUrl = () => {
  const { PUBLIC_URL, HOST, PORT } = environment()
  return (PUBLIC_URL ?? `http://${HOST}:${PORT}`).replace(/\/$/, '')
}

function toRequest(req: IncomingMessage, res: ServerResponse): Request {
  const headers = new Headers()
  for (let i = 0; i < req.rawHeaders.length; i += 2) {
    headers.append(req.rawHeaders[i] ?? '', req.rawHeaders[i + 1] ?? '')
  }
  const gone = new AbortController()
  res.on('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  const method = req.method ?? 'GET'
  const path = (req.url ?? '/').startsWith('/') ? (req.url ?? '/') : '/'
  return new Request(publicUrl() + path, {
    method,
    headers,
    signal: gone.signal,
    ...(method === 'GET' || method === 'HEAD'
      ? {}
      : { body: Readable.toWeb(req) as ReadableStream, duplex: 'half' }),
  })
}

/** the header counts only as far as proxies of ours wrote it. */
function callerAddress(req: IncomingMessage): string {
  const { TRUSTED_PROXIES } = environment()
  const direct = req.socket.remoteAddress ?? ''
  if (TRUSTED_PROXIES === 0) return direct
  const chain = [...(req.headers['x-forwarded-for']?.toString().split(',') ?? []), direct]
  return chain.at(-1 - TRUSTED_PROXIES)?.trim() ?? chain[0]?.trim() ?? direct
}

async function send(req: IncomingMessage, res: ServerResponse, response: Response): Promise<void> {
  const { headers } = response
  secureHeaders(headers)
  res.statusCode = response.status
  const type = headers.get('Content-Type') ?? ''
  const wantsGzip = /\bgzip\b/.test(req.headers['accept-encoding'] ?? '')
  const whole = response.body && compressible.test(type) && !type.startsWith('text/event-stream')
  let body = whole ? Buffer.from(await response.arrayBuffer()) : null
  if (body && wantsGzip && body.length > 1024 && !headers.has('Content-Encoding')) {
    body = await zip(body)
    headers.set('Content-Encoding', 'gzip')
  }
  if (whole) headers.append('Vary', 'Accept-Encoding')
  if (body) headers.set('Content-Length', String(body.length))
  for (const [name, value] of headers) if (name !== 'set-cookie') res.setHeader(name, value)
  const cookies = headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('Set-Cookie', cookies)
  if (req.method === 'HEAD') {
    res.end()
    await response.body?.cancel()
  } else if (body) {
    res.end(body)
  } else if (response.body) {
    res.flushHeaders()
    await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), res)
  } else {
    res.end()
  }
}
