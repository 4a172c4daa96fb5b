import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createRequestHandler, installGlobals, type ServerBuild } from '@remix-run/node'
import sirv from 'sirv'
import { connect } from '#db/client.server.ts'
import { ensureDatabase, startEmbeddedPostgres } from '#db/embedded.server.ts'
import { appRole, migrateDatabase } from '#db/migrate.server.ts'
import { demoSignIns } from '#db/seed/sign-ins.ts'
import { firstAdministratorLink } from './domain/accounts/index.server.ts'
import { jobHandlers, schedule } from './jobs/index.server.ts'
import { answering } from './platform/answer.server.ts'
import { BadEnvironment, environment } from './platform/environment.server.ts'
import { jobContext, startJobs } from './platform/jobs.server.ts'
import { listener, publicUrl } from './platform/listener.server.ts'
import { log } from './platform/log.server.ts'
import { exposition, expositionType } from './platform/metrics.server.ts'
import { setRuntime } from './platform/runtime.server.ts'

installGlobals({ nativeFetch: true })

type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void

export interface StartOptions {
  /** The product's folder, with `db/migrations` and `build/client`. */
  root: string
  /** The routes; read anew for each request while developing. */
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Serves the browser's files while developing; otherwise they come from `build/client`. */
  assets?: Middleware
}

/** Starts everything and returns when it answers; ends everything on SIGINT and SIGTERM. */
export async function start({ root, build, assets }: StartOptions): Promise<void> {
  survivePostgres()
  const env = environment()
  const embedded = env.DATABASE_URL ? null : await startEmbeddedPostgres(env.DATA_DIR)
  const ownerUrl = env.DATABASE_URL ?? (await ensureDatabase(embedded!, 'shangmen'))
  const { hasAppRole } = await migrateDatabase(ownerUrl, path.join(root, 'db/migrations'))
  if (!hasAppRole) {
    log.warn(
      `This database account can not create roles: ask its administrator for "create role ${appRole} nologin; grant ${appRole} to <account>". Until then the application works under the account itself.`,
    )
  }
  const pool = connect(ownerUrl, {
    role: hasAppRole ? appRole : undefined,
    max: env.DATABASE_POOL,
  })
  let jobsRunning = false
  setRuntime({
    db: pool.db,
    ping: async () => void (await pool.db.execute('select 1')),
    jobsRunning: () => jobsRunning,
  })
  if (env.DEMO) {
    const { loadDemo } = await import('#db/seed/demo.server.ts')
    await loadDemo(pool.db, { now: new Date() })
  }
  const jobs = await startJobs(ownerUrl, jobHandlers, schedule)
  jobsRunning = true
  void jobs.promise.finally(() => (jobsRunning = false))

  const handle = createRequestHandler(
    typeof build === 'function' ? async () => answering(await build()) : answering(build),
    env.NODE_ENV,
  )
  const answer = listener(handle)
  const files = assets ?? clientFiles(path.join(root, 'build/client'))
  const server = createServer((req, res) => files(req, res, () => void answer(req, res)))
  server.requestTimeout = 120_000
  await listen(server, env.PORT, env.HOST)
  env.PORT = (server.address() as AddressInfo).port
  const metrics = env.METRICS_PORT === undefined ? null : await serveMetrics(env.METRICS_PORT)
  await announce(env.DEMO)
  endWith(async () => {
    server.close()
    server.closeIdleConnections()
    metrics?.close()
    await Promise.race([drained(server), new Promise((end) => setTimeout(end, 8000))])
    await jobs.stop().catch(() => {})
    await pool.end().catch(() => {})
    await embedded?.stop()
  })
}

function clientFiles(folder: string): Middleware {
  return sirv(folder, {
    gzip: true,
    brotli: true,
    etag: true,
    setHeaders(res, pathname) {
      res.setHeader('X-Content-Type-Options', 'nosniff')
      res.setHeader(
        'Cache-Control',
        pathname.startsWith('/assets/')
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=3600',
      )
    },
  })
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new BadEnvironment([`PORT: ${port} is in use; stop what uses it or set another`])
          : error,
      )
    })
    server.listen(port, host, () => resolve())
  })
}

const drained = (server: Server) =>
  new Promise<void>((resolve) => {
    const look = () =>
      server.getConnections((_, count) => (count ? setTimeout(look, 50) : resolve()))
    look()
  })

/** Prometheus text on a port of its own, for this machine or a private network only. */
async function serveMetrics(port: number): Promise<Server> {
  const server = createServer((_, res) => {
    void exposition().then((text) => res.setHeader('Content-Type', expositionType).end(text))
  })
  await listen(server, port, environment().HOST)
  return server
}

async function announce(demo: boolean) {
  const lines = [`Shangmen is ready at ${publicUrl()}`]
  if (demo) {
    lines.push('', `Demo sign-ins at ${publicUrl()}/sign-in, password shangmen-demo:`)
    for (const { email, role } of demoSignIns) lines.push(`  ${email.padEnd(22)} ${role}`)
  }
  const link = await firstAdministratorLink(jobContext())
  if (link)
    lines.push(
      '',
      'No administrator yet. Open this link once to become the first (24 hours):',
      `  ${link}`,
    )
  process.stdout.write(`${lines.join('\n')}\n`)
}

function endWith(end: () => Promise<void>) {
  let ending = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      end().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopped with an error')
          process.exit(1)
        },
      )
    })
  }
}

/** postgres.js may throw outside any query when a socket dies mid-write; the pool connects again by itself. */
function survivePostgres() {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught')
    if (!/node_modules\/postgres\//.test(error.stack ?? '')) process.exit(1)
  })
}
