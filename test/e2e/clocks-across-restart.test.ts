import { afterAll, expect, inject, test } from 'vitest'
import { type RunningServer, startServer } from '#test/setup/server.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()
const started: RunningServer[] = []
afterAll(() => Promise.all(started.map((server) => server.stop())))

const clocks = () =>
  site.database.ask(
    (sql) => sql<{ ticketId: string }[]>`
      select ticket_id as "ticketId", kind, target_minutes, started_at, spent_ms, running_since, due_at, risk_at
      from ticket_clocks order by ticket_id, kind`,
  )

const waitingJobs = (kind: string) =>
  site.database.ask(async (sql) => {
    const [row] = await sql<[{ count: number }]>`
      select count(*)::int as count from graphile_worker.jobs
      where task_identifier = ${kind} and (locked_at is null or locked_at > now() - interval '5 s')`
    return row.count
  })

/** Three tickets whose clock began a month ago and was told to nobody. */
const oldClocks = () =>
  site.database.ask(async (sql) => {
    const rows = await sql<{ ticketId: string }[]>`
      update ticket_clocks c set running_since = now() - interval '30 days', spent_ms = 0
      where (c.ticket_id, c.kind) in (
        select distinct on (c.ticket_id) c.ticket_id, c.kind from ticket_clocks c join tickets t on t.id = c.ticket_id
        where c.running_since is not null and c.escalated_at is null and c.agreed_until is null
          and c.due_at > now() + interval '1 hour'
        order by c.ticket_id limit 3)
      returning ticket_id as "ticketId"`
    return rows.map(({ ticketId }) => ticketId)
  })

test('IN-4: clocks don’t drift across a crash, and what is overdue is told once by whichever server is there', async () => {
  await expect.poll(() => waitingJobs('rewind-clocks')).toBe(0)
  const before = await clocks()
  await site.server.kill()
  const old = await oldClocks()
  expect(old).toHaveLength(3)

  await site.restart()
  const { server, database, dataDir } = site
  const settings = { runFolder: inject('runFolder'), databaseUrl: database.url, dataDir }
  const second = await startServer(settings)
  started.push(second)
  expect(second.url).not.toBe(server.url)
  await expect.poll(() => waitingJobs('rewind-clocks')).toBe(0)
  const untouched = ({ ticketId }: { ticketId: string }) => !old.includes(ticketId)
  expect((await clocks()).filter(untouched)).toEqual(before.filter(untouched))

  const told = () =>
    database.ask(
      (sql) => sql<{ ticketId: string }[]>`
        select ticket_id as "ticketId" from ticket_events
        where kind = 'overdue' and ticket_id = any(${old}) order by ticket_id`,
    )
  for (let run = 0; run < 6; run++) {
    await database.ask((sql) => sql`select graphile_worker.add_job('escalate-overdue')`)
    if (run === 2) await server.kill()
  }
  await expect.poll(async () => (await told()).length).toBe(3)
  await expect.poll(() => waitingJobs('escalate-overdue')).toBe(0)
  expect((await told()).map(({ ticketId }) => ticketId)).toEqual(
    old.toSorted((a, b) => Number(a) - Number(b)),
  )
  // Each manager's mails name each of them once.
  const named = await database.ask(
    (sql) => sql<{ recipient: string; number: string; count: number }[]>`
      select m.recipient, t.number, count(*)::int as count
      from messages m, jsonb_array_elements(m.params -> 'list') line, tickets t
      where m.template = 'tickets-overdue' and t.id = any(${old}) and line ->> 'number' = t.number
      group by m.recipient, t.number`,
  )
  const managers = new Set(named.map(({ recipient }) => recipient))
  expect(managers.size).toBeGreaterThan(0)
  expect(named).toHaveLength(managers.size * 3)
  expect(named.every(({ count }) => count === 1)).toBe(true)
})
