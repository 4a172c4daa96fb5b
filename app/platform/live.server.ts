import type { Db } from '#db/client.server.ts'
import type { StaffActor } from './actor.ts'
import { log } from './log.server.ts'
import { standingSessions } from './session.server.ts'

/** One open page that is kept up to date. */
export interface Reader<Change> {
  sessionId: string
  allowed(actor: StaffActor): boolean
  tell(change: Change): void
  end(reason: 'signed_out' | 'closing'): void
}

interface Options {
  db: Db
  now?: () => Date
  /** What comes within so many milliseconds is told once. */
  breath: number
  /** Told how many read. */
  counted: (count: number) => void
}

/** How often it is looked whether the readers' sessions still stand: they end within five seconds (Q-18). */
const watchEvery = 3000

/** The pages open on one process, and what each has still to be told. */
export function liveReaders<One extends Reader<Change>, Change>({
  db,
  now = () => new Date(),
  breath,
  counted,
}: Options) {
  const readers = new Set<One>()
  const untold = new Map<One, Set<Change>>()
  let telling: NodeJS.Timeout | undefined
  let watching: NodeJS.Timeout | undefined
  let looking = false
  let closed = false

  function leave(reader: One) {
    if (!readers.delete(reader)) return
    untold.delete(reader)
    counted(readers.size)
    if (readers.size > 0) return
    clearInterval(watching)
    clearTimeout(telling)
    watching = telling = undefined
  }

  function end(reader: One, reason: 'signed_out' | 'closing') {
    leave(reader)
    reader.end(reason)
  }

  function tellAll() {
    telling = undefined
    const told = [...untold]
    untold.clear()
    for (const [reader, changes] of told) for (const change of changes) reader.tell(change)
  }

  async function endThoseSignedOut() {
    if (looking) return
    looking = true
    try {
      const ids = new Set([...readers].map(({ sessionId }) => sessionId))
      const standing = await standingSessions({ db, now }, [...ids])
      for (const reader of [...readers].filter((one) => ids.has(one.sessionId))) {
        const actor = standing.get(reader.sessionId)
        if (!actor || !reader.allowed(actor)) end(reader, 'signed_out')
      }
    } catch (error) {
      // With the database away nothing is heard, and nobody known: the pages come again, and say so until they may.
      log.warn({ err: error }, 'open pages sent away')
      for (const reader of [...readers]) end(reader, 'closing')
    } finally {
      looking = false
    }
  }

  return {
    /** From now on the reader is told; what it read before may be old. @returns how to leave */
    join(reader: One): () => void {
      if (closed) {
        reader.end('closing')
        return () => {}
      }
      readers.add(reader)
      counted(readers.size)
      watching ??= setInterval(() => void endThoseSignedOut(), watchEvery)
      return () => leave(reader)
    },
    /** Tells every reader whom it concerns, a breath later. */
    tell(change: Change, concerned: (reader: One) => boolean) {
      for (const reader of readers) {
        if (concerned(reader)) untold.set(reader, (untold.get(reader) ?? new Set()).add(change))
      }
      if (untold.size > 0) telling ??= setTimeout(tellAll, breath)
    },
    /** Ends every stream, so that the process may end. */
    close() {
      closed = true
      for (const reader of [...readers]) end(reader, 'closing')
    },
    count: () => readers.size,
  }
}
