import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createCookie } from '@remix-run/node'
import postgres from 'postgres'
import { connect } from '#db/client.server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'
import { sessions } from '#db/schema/accounts.ts'
import { fillLarge } from '#db/seed/large/fill.server.ts'
import { dayOf, instantAt } from '#app/platform/time.server.ts'
import { createDatabase, startPostgres } from '#test/setup/postgres.ts'
import { openRunFolder } from '#test/setup/run-folder.ts'
import { type RunningServer, startServer } from '#test/setup/server.ts'
import { asksOf, type Ask } from './asks.ts'
import { largeTables } from './large-tables.ts'
import { scansOf } from './scans.ts'

const usage = 'usage: npm run bench -- [--tickets 1000,100000,1000000] [--rounds 40]\n'
const seed = 20_260_318

interface Company {
  tickets: number
  server: RunningServer
  sql: postgres.Sql
  asks: Ask[]
  headers: Record<string, string>
  /** Milliseconds of each ask, by its name. */
  took: Map<string, number[]>
}

/**
 * what a person waits for at the desk, milliseconds from the request to the last byte of the answer, over
 * loopback. Companies of all sizes answer in turn, so that whatever else the machine does falls on all of them.
 */
export async function main(args: string[]): Promise<number> {
  const asked = read(args)
  if (!asked) {
    process.stderr.write(usage)
    return 2
  }
  const run = openRunFolder()
  const { stop, ...server } = await startPostgres(run.folder, ['-c', 'shared_buffers=2GB'])
  const companies: Company[] = []
  try {
    for (const tickets of asked.tickets) {
      const databaseUrl = await createDatabase(server, `t${tickets}`)
      companies.push(await found(run.folder, databaseUrl, tickets))
    }
    for (const company of companies) for (const ask of company.asks) await timed(company, ask)
    for (const company of companies) await scansOf(company.sql)
    const before = await Promise.all(companies.map(({ sql }) => scansOf(sql)))
    for (let round = 0; round < asked.rounds; round++) {
      for (const at of companies[0]!.asks.keys()) {
        for (const company of companies) await timed(company, company.asks[at]!, company.took)
      }
    }
    const after = await Promise.all(companies.map(({ sql }) => scansOf(sql)))
    report(companies)
    return scanned(companies, before, after) ? 1 : 0
  } finally {
    for (const { server, sql } of companies) {
      await server.stop()
      await sql.end()
    }
    await stop()
    run.close()
  }
}

async function found(folder: string, databaseUrl: string, tickets: number): Promise<Company> {
  const began = Date.now()
  await migrateDatabase(databaseUrl, path.resolve('db/migrations'))
  const today = instantAt(dayOf(new Date()), '00:00')
  const { staffIds } = await fillLarge(databaseUrl, { tickets, seed, today })
  const dataDir = path.join(folder, `files-${tickets}`)
  mkdirSync(dataDir)
  const server = await startServer({ runFolder: folder, databaseUrl, dataDir, patience: 300_000 })
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  process.stdout.write(
    `${tickets} tickets there after ${Math.round((Date.now() - began) / 1000)} s\n`,
  )
  return {
    tickets,
    server,
    sql,
    asks: await asksOf(sql),
    headers: { cookie: `session=${await signIn(databaseUrl, staffIds[0]!)}; locale=zh-CN` },
    took: new Map(),
  }
}

async function signIn(databaseUrl: string, userId: string): Promise<string> {
  const pool = connect(databaseUrl, { role: undefined, max: 1 })
  const id = randomBytes(20).toString('hex')
  const ends = new Date(Date.now() + 8 * 3_600_000)
  await pool.db
    .insert(sessions)
    .values({ id, userId, expiresAt: ends, endsAt: ends, complete: true })
  await pool.end()
  const [, value] = /^session=([^;]*)/.exec(await createCookie('session').serialize(id)) ?? []
  return value ?? ''
}

async function timed(company: Company, { name, path, body }: Ask, took?: Map<string, number[]>) {
  const began = performance.now()
  const answer = await fetch(company.server.url + path, {
    headers: { ...company.headers, ...(body ? { origin: company.server.url } : {}) },
    redirect: 'manual',
    ...(body ? { method: 'POST', body: body() } : {}),
  })
  const text = await answer.text()
  if (answer.status >= 400)
    throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`)
  took?.set(name, [...(took.get(name) ?? []), performance.now() - began])
}

function report(companies: readonly Company[]): void {
  const cell = (text: string) => text.padStart(16)
  const sizes = companies.map(({ tickets }) => cell(`${tickets}`)).join('')
  process.stdout.write(`${'median / p99, ms'.padEnd(24)}${sizes}${cell('last : first')}\n`)
  for (const { name } of companies[0]!.asks) {
    const all = companies.map(({ took }) => took.get(name)!.toSorted((a, b) => a - b))
    const medians = all.map((times) => times[Math.floor(times.length / 2)]!)
    const times = all.map((times, i) =>
      cell(`${medians[i]!.toFixed(1)} / ${times[Math.ceil(times.length * 0.99) - 1]!.toFixed(1)}`),
    )
    const ratio = medians.at(-1)! / medians[0]!
    process.stdout.write(`${name.padEnd(24)}${times.join('')}${cell(ratio.toFixed(2))}\n`)
  }
}

/** Says which large tables were read from end to end meanwhile. */
function scanned(
  companies: readonly Company[],
  before: readonly Map<string, number>[],
  after: readonly Map<string, number>[],
): boolean {
  let any = false
  for (const [i, { tickets }] of companies.entries()) {
    for (const table of largeTables) {
      const scans = (after[i]!.get(table) ?? 0) - (before[i]!.get(table) ?? 0)
      if (scans === 0 || tickets < 100_000) continue
      any = true
      process.stdout.write(`${tickets} tickets: ${table} was scanned ${scans} times\n`)
    }
  }
  if (!any) process.stdout.write('No large table was scanned.\n')
  return any
}

function read(args: string[]): { tickets: number[]; rounds: number } | null {
  const asked = { tickets: [1000, 100_000, 1_000_000], rounds: 40 }
  for (let i = 0; i < args.length; i += 2) {
    const numbers = (args[i + 1] ?? '').split(',').map(Number)
    if (numbers.some((number) => !Number.isInteger(number) || number < 1)) return null
    if (args[i] === '--tickets') asked.tickets = numbers
    else if (args[i] === '--rounds') asked.rounds = numbers[0]!
    else return null
  }
  return asked
}
