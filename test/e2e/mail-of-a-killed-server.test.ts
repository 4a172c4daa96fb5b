import { afterAll, expect, inject, test } from 'vitest'
import { type RunningServer, startServer } from '#test/setup/server.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()
const started: RunningServer[] = []
afterAll(() => Promise.all(started.map((server) => server.stop())))

/** A minute, and what a busy machine takes besides. */
const aboutAMinute = { timeout: 75_000 }

/** A mail of the demo that goes out once more. */
const sendAgain = (nth: number) =>
  site.database.ask(async (sql) => {
    const [message] = await sql<[{ id: string; recipient: string }]>`
      update messages set status = 'queued', attempts = 0, sent_at = null, provider_id = null where id = (
        select id from messages where template = 'ticket-received' and channel = 'mail'
        order by created_at, id offset ${nth} limit 1)
      returning id, recipient`
    await sql`
      select graphile_worker.add_job(
        'send-message', json_build_object('messageId', ${message.id}::text), job_key => ${`message:${message.id}`})`
    return message
  })

const statusOf = (id: string) =>
  site.database.ask(async (sql) => {
    const [row] = await sql<[{ status: string }]>`select status from messages where id = ${id}`
    return row.status
  })

/** Who has the mail in hand, and whether it is known to live. */
const inHand = (id: string) =>
  site.database.ask(async (sql) => {
    const [job] = await sql<{ worker: string; attempts: number; lives: boolean }[]>`
      select locked_by as worker, attempts, exists (
        select from pg_locks
        where locktype = 'advisory' and objsubid = 2 and objid = hashtext(locked_by)::oid and granted
      ) as lives
      from graphile_worker.jobs where key = ${`message:${id}`} and locked_by is not null`
    return job
  })

const sent = (id: string) => site.resend.mails.filter((mail) => mail.idempotencyKey === id)

test('Q-7: a server killed as the provider takes a mail leaves it to the other one, and it goes out once', async () => {
  const { server, resend, database, dataDir } = site
  const other = await startServer({
    runFolder: inject('runFolder'),
    databaseUrl: database.url,
    dataDir,
    env: { RESEND_API_KEY: 're_for_tests', RESEND_BASE_URL: resend.url },
  })
  started.push(other)
  // The other one stands still, so that the mail is the first one's.
  process.kill(other.pid, 'SIGSTOP')
  resend.slowDown(20_000, { afterAccepting: true })
  const { id } = await sendAgain(0)
  await expect.poll(() => sent(id).length).toBe(1)
  await expect.poll(async () => (await inHand(id))?.lives).toBe(true)
  await server.kill()
  resend.recover()
  process.kill(other.pid, 'SIGCONT')

  const before = resend.requests
  await expect.poll(() => statusOf(id), aboutAMinute).toBe('sent')
  expect(resend.requests).toBeGreaterThan(before)
  expect(sent(id)).toHaveLength(1)
  expect(await inHand(id)).toBeUndefined()
  await other.stop()
})

test('Q-7: a mail that the only server was killed amid goes out soon after it is started anew', async () => {
  await site.restart()
  const { server, resend } = site
  resend.slowDown(20_000)
  const { id } = await sendAgain(1)
  await expect.poll(async () => (await inHand(id))?.lives).toBe(true)
  expect(await statusOf(id)).toBe('queued')
  await server.kill()
  expect(await inHand(id)).toMatchObject({ attempts: 1, lives: false })
  resend.recover()

  await site.restart()
  await expect.poll(() => statusOf(id), aboutAMinute).toBe('sent')
  expect(sent(id)).toHaveLength(1)
})
