import type { Db } from '#db/client.server.ts'
import type { LiveBoards } from './live-boards.server.ts'
import type { LiveDesk } from './live-desk.server.ts'

export interface Runtime {
  db: Db
  /** The pool itself, for a health check that must not wait behind a transaction. */
  ping(): Promise<void>
  /** The bundled file that a planner's thread runs. */
  plannerWorker: string
  /** Whether the job runner of this process is at work. */
  jobsRunning(): boolean
  /** The boards that are open on this process. */
  boards: LiveBoards
  /** The pages of the service desk that are. */
  desk: LiveDesk
}

const holder = globalThis as { shangmenRuntime?: Runtime }

/** Set once by the server's start, before the first request. */
export function setRuntime(runtime: Runtime): void {
  holder.shangmenRuntime = runtime
}

export function runtime(): Runtime {
  if (!holder.shangmenRuntime) throw new Error('The server has not started')
  return holder.shangmenRuntime
}
