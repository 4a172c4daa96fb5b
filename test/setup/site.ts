import { cp, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { type FakeResend, startResend } from '#test/mocks/resend.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { type RunningServer, startServer } from './server.ts'

export interface Site {
  readonly url: string
  readonly server: RunningServer
  readonly resend: FakeResend
  readonly database: TestDatabase
  readonly dataDir: string
  /** Starts the server anew on the same data, after it was stopped or killed. */
  restart(env?: Record<string, string>): Promise<RunningServer>
}

/**
 * The calling test file's own product: a clone of the demo database and its files, a mail provider, a server.
 * A value of `undefined` in `env` takes a setting away.
 */
export function demoSite({ env = {} }: { env?: Record<string, string | undefined> } = {}): Site {
  const database = testDatabase()
  let dataDir: string | undefined
  let resend: FakeResend | undefined
  let server: RunningServer | undefined

  const start = (extra: Record<string, string> = {}) => {
    const all = {
      RESEND_API_KEY: 're_for_tests',
      RESEND_BASE_URL: there(resend).url,
      ...env,
      ...extra,
    }
    const present = Object.entries(all).filter((entry): entry is [string, string] => !!entry[1])
    return startServer({
      runFolder: inject('runFolder'),
      databaseUrl: database.url,
      dataDir: there(dataDir),
      env: Object.fromEntries(present),
    })
  }

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(inject('runFolder'), 'files-'))
    await cp(inject('demoFiles'), dataDir, { recursive: true })
    resend = await startResend()
    server = await start()
  })
  afterAll(async () => {
    await server?.stop()
    await resend?.stop()
    if (dataDir) await rm(dataDir, { recursive: true, force: true })
  })

  return {
    get url() {
      return there(server).url
    },
    get server() {
      return there(server)
    },
    get resend() {
      return there(resend)
    },
    get dataDir() {
      return there(dataDir)
    },
    database,
    async restart(extra) {
      await server?.stop()
      server = await start(extra)
      return server
    },
  }
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The site is there from beforeAll on')
  return value
}
