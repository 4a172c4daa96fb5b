import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freeJobs, hold, livingWorkers } from '#app/platform/living-workers.server.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const nobody: ReadonlySet<string> = new Set()

/** A process, seen from the database. */
const aSession = () => database.connect({ max: 1, max_lifetime: null })

const ask = <T extends object>(query: string, values: string[] = []) =>
  database.ask((sql) => sql.unsafe<T[]>(query, values))

/** A job that the worker has begun, for the third time. */
async function aJobOf(worker: string, { attempts = 3 } = {}): Promise<string> {
  const [job] = await ask<{ id: string }>(`select id from graphile_worker.add_job('sweep-uploads')`)
  await ask(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute',
      attempts = $2 where id = $3`,
    [worker, String(attempts), job!.id],
  )
  return job!.id
}

async function jobAt(id: string) {
  const [job] = await ask<{ worker: string | null; attempts: number; wait: number }>(
    `select locked_by as worker, attempts, extract(epoch from run_at - now())::float8 as wait
    from graphile_worker.jobs where id = $1`,
    [id],
  )
  return job
}

beforeEach(() => ask('delete from graphile_worker._private_jobs'))

describe('Q-7 jobs of a process that was killed', () => {
  test('are given back once it is missed twice in a row, to be tried a little later', async () => {
    const id = await aJobOf('pool-gone')
    const looking = aSession()
    const missed = await freeJobs(looking, nobody)
    expect([...missed]).toEqual(['pool-gone'])
    expect(await jobAt(id)).toMatchObject({ worker: 'pool-gone' })

    await freeJobs(looking, missed)
    const { worker, attempts, wait } = (await jobAt(id))!
    expect({ worker, attempts }).toEqual({ worker: null, attempts: 3 })
    expect(wait).toBeGreaterThan(15)
    expect(wait).toBeLessThan(Math.exp(3))
  })

  test('are left alone while its session lives, and given back when that ends', async () => {
    const id = await aJobOf('pool-alive')
    const [its, looking] = [aSession(), aSession()]
    await hold(its, 'pool-alive')
    await hold(its, 'pool-alive')
    expect([...(await freeJobs(looking, new Set(['pool-alive'])))]).toEqual([])
    expect(await jobAt(id)).toMatchObject({ worker: 'pool-alive' })

    await its.end()
    await expect.poll(async () => [...(await freeJobs(looking, nobody))]).toEqual(['pool-alive'])
    await freeJobs(looking, new Set(['pool-alive']))
    expect(await jobAt(id)).toMatchObject({ worker: null })
  })

  test('are left alone when the process was missed once and is there again', async () => {
    const id = await aJobOf('pool-blinks')
    const [its, looking] = [aSession(), aSession()]
    const missed = await freeJobs(looking, nobody)
    await hold(its, 'pool-blinks')
    expect([...(await freeJobs(looking, missed))]).toEqual([])
    await its.end()
    await expect
      .poll(async () => [...(await freeJobs(looking, nobody))], { timeout: 5000 })
      .toEqual(['pool-blinks'])
    expect(await jobAt(id)).toMatchObject({ worker: 'pool-blinks' })
  })

  test('are given back once, however many look at the same time', async () => {
    const ids = await Promise.all([aJobOf('pool-gone'), aJobOf('pool-gone'), aJobOf('pool-left')])
    const missed = new Set(['pool-gone', 'pool-left'])
    await Promise.all(Array.from({ length: 8 }, () => freeJobs(aSession(), missed)))
    for (const id of ids) {
      const { worker, wait } = (await jobAt(id))!
      expect(worker).toBeNull()
      expect(wait).toBeLessThan(Math.exp(3))
    }
  })

  test('a worker of another database is no matter of this one', async () => {
    const id = await aJobOf('pool-there')
    const url = new URL(database.url)
    url.pathname = '/postgres'
    const there = postgres(url.href, { max: 1 })
    await hold(there, 'pool-there')
    const looking = aSession()
    const missed = await freeJobs(looking, nobody)
    await freeJobs(looking, missed)
    await there.end()
    expect(await jobAt(id)).toMatchObject({ worker: null })
  })
})

describe('a worker that lives', () => {
  const ends: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
  })

  const sessions = () =>
    ask<{ pid: number }>(
      `select pid from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and objsubid = 2 and datname = current_database()
        and application_name = 'shangmen at work'`,
    )

  test('is known to, again soon after its connection was cut, until it ends', async () => {
    const id = await aJobOf('pool-cut')
    const living = livingWorkers(database.url)
    ends.push(living.end)
    living.join('pool-cut')
    await expect.poll(async () => (await sessions()).length).toBe(1)
    const [first] = await sessions()
    await ask(`select pg_terminate_backend($1::int)`, [String(first!.pid)])
    await expect.poll(sessions).toEqual([])
    await expect.poll(async () => (await sessions()).length, { timeout: 8000 }).toBe(1)
    expect(await sessions()).not.toEqual([first])
    expect(await jobAt(id)).toMatchObject({ worker: 'pool-cut' })

    await living.end()
    await expect.poll(sessions).toEqual([])
  })
})
