import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createRequestHandler, installGlobals, type ServerBuild } from '@remix-run/node'
import { connect, hear } from '#db/client.server.ts'
import { ensureDatabase, startEmbeddedPostgres } from '#db/embedded.server.ts'
import { appRole, migrateDatabase } from '#db/migrate.server.ts'
import { loadAnswers } from '#db/seed/answers.server.ts'
import { demoSignIns } from '#db/seed/sign-ins.ts'
import { firstAdministratorLink } from './domain/accounts/index.server.ts'
import { jobHandlers, schedule } from './jobs/index.server.ts'
import { answering } from './platform/answer.server.ts'
import { clientFiles } from './platform/client-files.server.ts'
import { BadEnvironment, environment } from './platform/environment.server.ts'
import { enqueue, inTransaction } from './platform/context.server.ts'
import { rewindClocks } from './domain/clocks/index.server.ts'
import { jobContext, startJobs } from './platform/jobs.server.ts'
import { listener, publicUrl } from './platform/listener.server.ts'
import { liveBoards } from './platform/live-boards.server.ts'
import { liveDesk } from './platform/live-desk.server.ts'
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

/** Starts everything and returns when it answers; ends everything on SIGINT and SIGTERM, or when the start fails. */
export async function start(options: StartOptions): Promise<void> {
  survivePostgres()
  const started: End[] = []
  const endAll = async () => {
    for (const end of started.splice(0).reverse()) await end().catch(logged)
  }
  endOnSignal(endAll)
  try {
    await startAll(options, started)
  } catch (error) {
    await endAll()
    throw error
  }
}

/** Undoes one part of the start. */
type End = () => Promise<unknown>

async function startAll({ root, build, assets }: StartOptions, started: End[]) {
  const env = environment()
  const { ownerUrl, role } = await startDatabase(root, started)
  const pool = connect(ownerUrl, { role, max: env.DATABASE_POOL })
  started.push(pool.end)
  const boards = liveBoards({ db: pool.db })
  const desk = liveDesk({ db: pool.db })
  for (const [channel, live] of [
    ['board', boards],
    ['desk', desk],
  ] as const) {
    started.push(hear(ownerUrl, channel, live).end)
  }
  let jobsRunning = false
  setRuntime({
    db: pool.db,
    boards,
    desk,
    ping: async () => void (await pool.db.execute('select 1')),
    jobsRunning: () => jobsRunning,
    plannerWorker: path.join(root, 'build/planner/worker.mjs'),
  })
  await loadAnswers(pool.db, { now: new Date() })
  if (env.DEMO) {
    const { loadDemo } = await import('#db/seed/demo.server.ts')
    await loadDemo(pool.db, { now: new Date() })
  }
  const jobs = await startJobs(ownerUrl, jobHandlers, schedule)
  await inTransaction(jobContext(), async (tx) => {
    // Days may have come into sight while no server ran, and rows may be from before they had words or clocks.
    await enqueue(tx, 'make-windows', {}, { key: 'make-windows' })
    await enqueue(tx, 'index-words', {}, { key: 'index-words' })
    await rewindClocks(tx)
  })
  // What is at work ends together, so that the whole stays within ten seconds (Q-10).
  const atWork: End[] = [() => jobs.stop()]
  started.push(() => Promise.all(atWork.map((end) => end())))
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
  atWork.push(() => {
    boards.close()
    desk.close()
    return drain(server)
  })
  env.PORT = (server.address() as AddressInfo).port
  if (env.METRICS_PORT !== undefined) {
    const metrics = await serveMetrics(env.METRICS_PORT)
    atWork.push(() => drain(metrics))
  }
  await announce(env.DEMO)
}

async function startDatabase(root: string, started: End[]) {
  const { DATABASE_URL, DATA_DIR } = environment()
  let ownerUrl = DATABASE_URL
  if (!ownerUrl) {
    const embedded = await startEmbeddedPostgres(DATA_DIR)
    started.push(() => embedded.stop())
    ownerUrl = await ensureDatabase(embedded, 'shangmen')
  }
  const { hasAppRole } = await migrateDatabase(ownerUrl, path.join(root, 'db/migrations'))
  if (!hasAppRole) {
    log.warn(
      `This database account can not create roles: ask its administrator for "create role ${appRole} nologin; grant ${appRole} to <account>". Until then the application works under the account itself.`,
    )
  }
  return { ownerUrl, role: hasAppRole ? appRole : undefined }
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

const patience = 8000

/** Takes no new requests and waits for those in flight, up to eight seconds. */
async function drain(server: Server): Promise<void> {
  server.close()
  const count = () => new Promise<number>((tell) => server.getConnections((_, n) => tell(n)))
  for (const end = Date.now() + patience; Date.now() < end && (await count()) > 0;) {
    // A connection is idle again once its answer has gone out.
    server.closeIdleConnections()
    await sleep(50)
  }
  server.closeAllConnections()
}

/** Prometheus text on a port of its own, for this machine or a private network only. */
async function serveMetrics(port: number): Promise<Server> {
  const server = createServer((_, res) => {
    void exposition().then((text) => res.setHeader('Content-Type', expositionType).end(text))
  })
  await listen(server, port, environment().HOST)
  return server
}

async function announce(demo: boolean) {
  const { HOST, PORT, PUBLIC_URL } = environment()
  const here = `http://${HOST}:${PORT}`
  const lines = [`Shangmen is ready at ${PUBLIC_URL ? `${publicUrl()}, listening on ` : ''}${here}`]
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

function endOnSignal(endAll: () => Promise<void>) {
  let ending = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      void endAll().then(() => process.exit(0))
    })
  }
}

const logged = (error: unknown) => log.error({ err: error }, 'not ended cleanly')

/** postgres.js may throw outside any query when a socket dies mid-write; the pool connects again by itself. */
function survivePostgres() {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught')
    if (!/node_modules\/postgres\//.test(error.stack ?? '')) process.exit(1)
  })
}
