import { EventEmitter } from 'node:events'
import {
  Logger,
  type LogLevel,
  run,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import type { Ctx, JobKind } from './context.server.ts'
import { livingWorkers } from './living-workers.server.ts'
import { log } from './log.server.ts'
import { countJob } from './metrics.server.ts'
import { runtime } from './runtime.server.ts'

/**
 * One job's work. It may run twice and must not matter if it does; throwing makes the queue try again, later and
 * later, for hours. What takes long ends soon once `signal` says that the process ends.
 */
export type JobHandler = (
  ctx: Ctx,
  payload: unknown,
  attempt: { number: number; last: boolean; signal: AbortSignal },
) => Promise<void>

export type JobHandlers = Record<JobKind, JobHandler>

/** The queue's own chatter is for debugging; what it calls an error or a warning is the operator's. */
const logLevels: Record<`${LogLevel}`, 'error' | 'warn' | 'debug'> = {
  error: 'error',
  warning: 'warn',
  info: 'debug',
  debug: 'debug',
}

/** The context of work that nobody asks for in person. */
export const jobContext = (): Ctx => ({
  actor: { kind: 'job' },
  locale: 'zh-CN',
  now: () => new Date(),
  db: runtime().db,
})

/** Starts taking jobs from the queue. @param ownerUrl the queue's tables belong to the database's owner */
export async function startJobs(
  ownerUrl: string,
  handlers: JobHandlers,
  crontab: string,
): Promise<Pick<Runner, 'promise' | 'stop'>> {
  const ending = new AbortController()
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([kind, handler]) => [
      kind,
      async (payload, { job }) => {
        try {
          await handler(jobContext(), payload, {
            number: job.attempts,
            last: job.attempts >= job.max_attempts,
            signal: ending.signal,
          })
          countJob(kind, 'done')
        } catch (error) {
          countJob(kind, 'failed')
          throw error
        }
      },
    ]),
  )
  const living = livingWorkers(ownerUrl)
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => living.join(workerPool.id))
  const running = run({
    connectionString: ownerUrl,
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    taskList,
    crontab,
    events,
    logger: new Logger((scope) => (level, message, meta) => {
      log[logLevels[level]]({ ...scope, err: meta?.error }, message)
    }),
  })
  // What is at work holds on to its jobs until the last of them is done.
  const promise = running.then((runner) => runner.promise).finally(living.end)
  promise.catch(() => {})
  const runner = await running
  return {
    promise,
    stop: () => {
      ending.abort()
      return runner.stop().finally(living.end)
    },
  }
}
