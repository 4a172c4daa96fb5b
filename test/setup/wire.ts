import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Site } from './site.ts'

/** An answer on its way: what is changed here is what the browser gets. */
export interface Passing {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

export interface Wire {
  /** Stays the same whatever happens to the server and the wire. */
  readonly url: string
  /** Nothing gets through, as in a cellar. */
  cut(): Promise<void>
  mend(): Promise<void>
  /** Every answer takes so many milliseconds longer. */
  slow(milliseconds: number): void
  /** Which path is asked of the server instead, and what becomes of its answer. */
  change: {
    path?: (path: string) => string
    answer?: (path: string, passing: Passing) => Passing
  }
}

/** What lies between a phone and the calling file's site: a browser knows pages, cookies and workers by this address. */
export function wireTo(site: Site): Wire {
  let server: Server | undefined
  let port = 0
  let delay = 0
  const change: Wire['change'] = {}

  const mend = async () => {
    if (server) return
    server = createServer((req, res) => {
      const asked = req.url ?? '/'
      const out = request(
        site.url + (change.path?.(asked) ?? asked),
        { method: req.method, headers: { ...req.headers, 'accept-encoding': 'identity' } },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => {
            const passing = {
              status: answer.statusCode ?? 500,
              headers: answer.headers,
              body: Buffer.concat(parts),
            }
            const { status, headers, body } = change.answer?.(asked, passing) ?? passing
            const { 'transfer-encoding': _, ...kept } = headers
            setTimeout(() => {
              res.writeHead(status, { ...kept, 'content-length': body.length })
              res.end(req.method === 'HEAD' ? undefined : body)
            }, delay)
          })
        },
      )
      out.on('error', () => res.destroy())
      req.pipe(out)
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }
  const cut = async () => {
    if (!server) return
    const ended = once(server, 'close')
    server.close()
    server.closeAllConnections()
    server = undefined
    await ended
  }
  beforeAll(mend)
  // Whatever a test did to it, the next one finds it whole.
  beforeEach(async () => {
    await mend()
    delay = 0
    delete change.path
    delete change.answer
  })
  afterAll(cut)
  return {
    get url() {
      return `http://127.0.0.1:${port}`
    },
    cut,
    mend,
    slow: (milliseconds) => {
      delay = milliseconds
    },
    change,
  }
}
