import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { startEmbeddedPostgres } from '#db/embedded.server.ts'
import { forgetProcess, rememberProcess } from './run-folder.ts'

/** What the tests' processes need to know to make databases of their own. */
export interface PostgresForTests {
  /** A superuser's URL of the maintenance database. */
  adminUrl: string
  /** Begins the name of every database of this run. */
  prefix: string
}

// Nothing here outlives the run, so nothing has to reach the disk.
const flags = [
  ...['-c', 'fsync=off'],
  ...['-c', 'synchronous_commit=off'],
  ...['-c', 'full_page_writes=off'],
  ...['-c', 'max_connections=300'],
  ...['-c', 'shared_buffers=128MB'],
]

/** One real server for a whole run: the one named by TEST_DATABASE_URL, else one of our own. */
export async function startPostgres(
  runFolder: string,
  more: readonly string[] = [],
): Promise<PostgresForTests & { stop: () => Promise<void> }> {
  const prefix = `shangmen_test_${randomBytes(4).toString('hex')}`
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    const server = { adminUrl: given, prefix }
    return { ...server, stop: () => dropAll(server) }
  }
  const embedded = await startEmbeddedPostgres(runFolder, [...flags, ...more])
  const adminUrl = embedded.url('postgres')
  const pidFile = path.join(runFolder, 'postgres', 'postmaster.pid')
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  // SIGQUIT: at once, yet its shared memory is given back.
  rememberProcess(runFolder, pid, { mark: runFolder, signal: 'SIGQUIT' })
  return {
    adminUrl,
    prefix,
    async stop() {
      await asAdmin(adminUrl, (sql) => disconnectAll(sql))
      await embedded.stop()
      forgetProcess(runFolder, pid)
    },
  }
}

export async function createDatabase(
  { adminUrl, prefix }: PostgresForTests,
  name: string,
  template?: string,
): Promise<string> {
  const full = `${prefix}_${name}`
  const from = template ? ` template "${prefix}_${template}"` : ''
  await asAdmin(adminUrl, (sql) => sql.unsafe(`create database "${full}"${from}`))
  const url = new URL(adminUrl)
  url.pathname = `/${full}`
  return url.href
}

export async function dropDatabase({ adminUrl, prefix }: PostgresForTests, name: string) {
  await asAdmin(adminUrl, (sql) =>
    sql.unsafe(`drop database if exists "${prefix}_${name}" with (force)`),
  )
}

async function dropAll({ adminUrl, prefix }: PostgresForTests) {
  await asAdmin(adminUrl, async (sql) => {
    const databases = await sql<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${prefix})`
    for (const { name } of databases) await sql.unsafe(`drop database "${name}" with (force)`)
  })
}

async function disconnectAll(sql: postgres.Sql) {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`
}

async function asAdmin(adminUrl: string, work: (sql: postgres.Sql) => Promise<unknown>) {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
