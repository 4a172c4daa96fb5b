import { setTimeout as sleep } from 'node:timers/promises'
import type { ISql, Sql } from 'postgres'
import { stay } from '#db/client.server.ts'
import { log } from './log.server.ts'

/** Names these locks among the database's advisory locks. */
const lockClass = 730_213

/** How often a worker makes sure that it is known to live. */
const beat = 5000
/** Every so many beats it looks for those that don't. */
const lookEvery = 3

export interface LivingWorkers {
  /** From now on this worker is known to live. */
  join: (worker: string) => void
  /** The worker has let go of its jobs. */
  end: () => Promise<void>
}

/**
 * Knows by locks of their sessions which workers live, on any process and machine, and gives back to the queue the jobs
 * of those that were killed; left to itself the queue would wait for hours. The end of a process ends its session and
 * with it the lock. A connection that is lost is made anew within a few seconds, so a worker counts as gone only when
 * it is missed twice in a row.
 */
export function livingWorkers(ownerUrl: string): LivingWorkers {
  const client = stay(ownerUrl)
  const ending = new AbortController()
  let worker: string | undefined
  let missed: ReadonlySet<string> = new Set()

  async function keepOn() {
    for (let beats = 0; !ending.signal.aborted; beats++) {
      try {
        if (worker !== undefined) await hold(client, worker)
        if (beats % lookEvery === 0) missed = await freeJobs(client, missed)
      } catch (error) {
        if (!ending.signal.aborted) log.warn({ err: error }, 'not known whether workers live')
      }
      await sleep(beat, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  let keeping: Promise<void> | undefined
  return {
    join(id) {
      worker = id
      keeping ??= keepOn()
    },
    async end() {
      ending.abort()
      await client.end({ timeout: 1 })
      await keeping
    },
  }
}

/** Holds the worker's lock, once, however often it is asked. */
export async function hold(client: Sql, worker: string): Promise<void> {
  await client`
    select pg_try_advisory_lock(${lockClass}, hashtext(${worker}))
    where not exists (
      select from pg_locks
      where locktype = 'advisory' and pid = pg_backend_pid()
        and classid = ${lockClass} and objid = hashtext(${worker})::oid and objsubid = 2)`
}

const missing = (client: ISql) => client<{ worker: string }[]>`
  select distinct locked_by as worker from graphile_worker.jobs
  where locked_by is not null and not exists (
    select from pg_locks
    where locktype = 'advisory' and granted
      and database = (select oid from pg_database where datname = current_database())
      and classid = ${lockClass} and objid = hashtext(locked_by)::oid and objsubid = 2)`

/**
 * Gives back the jobs of workers that are missing now and were `missed` before. Such a job is tried again a little
 * later, as one that failed is: what kills its process doesn't do so over and over at once.
 * @returns who is missing now
 */
export async function freeJobs(
  client: Sql,
  missed: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const seen = new Set((await missing(client)).map(({ worker }) => worker))
  if (![...seen].some((worker) => missed.has(worker))) return seen
  let freed: readonly { id: string; kind: string }[] = []
  await client.begin(async (tx) => {
    const [{ mine }] = await tx<[{ mine: boolean }]>`
      select pg_try_advisory_xact_lock(hashtext('jobs of gone workers')) as mine`
    if (!mine) return
    const gone = (await missing(tx)).map(({ worker }) => worker).filter((one) => missed.has(one))
    const jobs = await tx<{ id: string; kind: string }[]>`
      select id, task_identifier as kind from graphile_worker.jobs where locked_by = any(${gone})`
    await tx`select graphile_worker.force_unlock_workers(${gone})`
    await tx`
      select graphile_worker.reschedule_jobs(
        array[id], run_at => greatest(now(), run_at) + exp(least(attempts, 10)) * interval '1 s')
      from graphile_worker.jobs where id = any(${jobs.map(({ id }) => id)}::bigint[])`
    freed = jobs
  })
  for (const { id, kind } of freed) log.warn({ job: id, kind }, 'its process has gone: done again')
  return seen
}
