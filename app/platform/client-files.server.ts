import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { environment } from './environment.server.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

interface ClientFile {
  plain: Buffer
  gzip: Buffer | undefined
  brotli: Buffer | undefined
  type: string
  caching: string
}

/** Assets are named by their content and never change; whether the crew's worker has changed is asked each time. */
const cachingOf = (url: string) =>
  url.startsWith('/assets/')
    ? 'public, max-age=31536000, immutable'
    : url === '/crew-worker.js'
      ? 'no-cache'
      : 'public, max-age=3600'

/**
 * Serves the browser's files from memory, a few megabytes read at the start: a process goes on serving the pages it
 * writes when the next version is built over its files.
 */
export function clientFiles(folder: string) {
  const files = readAll(folder)
  return (req: IncomingMessage, res: ServerResponse, next: () => void): void => {
    const file = files.get((req.url ?? '').split('?')[0] ?? '')
    if (!file || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    const accepted = String(req.headers['accept-encoding'] ?? '')
    const [encoding, body] =
      file.brotli && /\bbr\b/.test(accepted)
        ? ['br', file.brotli]
        : file.gzip && /\bgzip\b/.test(accepted)
          ? ['gzip', file.gzip]
          : ['', file.plain]
    if (encoding) res.setHeader('Content-Encoding', encoding)
    res.setHeader('Vary', 'Accept-Encoding')
    res.setHeader('Content-Type', file.type)
    res.setHeader('Content-Length', body.length)
    res.setHeader('X-Content-Type-Options', 'nosniff')
    if (environment().PUBLIC_URL?.startsWith('https:')) {
      res.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    }
    res.setHeader('Cache-Control', file.caching)
    res.end(req.method === 'HEAD' ? undefined : body)
  }
}

function readAll(folder: string): Map<string, ClientFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const known = new Set(names)
  const files = new Map<string, ClientFile>()
  for (const name of names) {
    const type = types[path.extname(name)]
    if (!type) continue
    const read = (ending: string) =>
      known.has(name + ending) ? readFileSync(path.join(folder, name + ending)) : undefined
    const url = `/${name.split(path.sep).join('/')}`
    files.set(url, {
      plain: readFileSync(path.join(folder, name)),
      gzip: read('.gz'),
      brotli: read('.br'),
      type,
      caching: cachingOf(url),
    })
  }
  return files
}
