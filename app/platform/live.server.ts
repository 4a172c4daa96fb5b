import type { Db } from '#db/client.server.ts'
import type { StaffActor } from './actor.ts'
import { log } from './log.server.ts'
import { countReaders } from './metrics.server.ts'
import { standingSessions } from './session.server.ts'
import { spanOfDay } from './time.server.ts'

/** A board's day looks different, or what is planned for it does. How, is for the board to read. */
export type Change = 'day' | 'plan'

/** One open board. */
export interface Reader {
  /** The civil day it shows. */
  day: string
  sessionId: string
  allowed(actor: StaffActor): boolean
  tell(change: Change): void
  end(reason: 'signed_out' | 'closing'): void
}

export type LiveBoards = ReturnType<typeof liveBoards>

/** What comes within so many milliseconds is told once. */
const breath = 50
/** How often it is looked whether the readers' sessions still stand: they end within five seconds (Q-18). */
const watchEvery = 3000

/** The boards open on one process, and which of them a notification on the channel `board` is for. */
export function liveBoards({ db, now = () => new Date() }: { db: Db; now?: () => Date }) {
  const readers = new Map<Reader, { start: Date; end: Date }>()
  const untold = new Map<Reader, Set<Change>>()
  let telling: NodeJS.Timeout | undefined
  let watching: NodeJS.Timeout | undefined
  let looking = false
  let heardBefore = false
  let closed = false

  function leave(reader: Reader) {
    if (!readers.delete(reader)) return
    untold.delete(reader)
    countReaders(readers.size)
    if (readers.size > 0) return
    clearInterval(watching)
    clearTimeout(telling)
    watching = telling = undefined
  }

  function end(reader: Reader, reason: 'signed_out' | 'closing') {
    leave(reader)
    reader.end(reason)
  }

  function tell(change: Change, concerned: (day: string, span: Span) => boolean) {
    for (const [reader, span] of readers) {
      if (!concerned(reader.day, span)) continue
      untold.set(reader, (untold.get(reader) ?? new Set()).add(change))
    }
    if (untold.size > 0) telling ??= setTimeout(tellAll, breath)
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
      const ids = new Set([...readers.keys()].map(({ sessionId }) => sessionId))
      const standing = await standingSessions({ db, now }, [...ids])
      for (const reader of [...readers.keys()].filter((one) => ids.has(one.sessionId))) {
        const actor = standing.get(reader.sessionId)
        if (!actor || !reader.allowed(actor)) end(reader, 'signed_out')
      }
    } catch (error) {
      // With the database away nothing is heard, and nobody known: the boards come again, and say so until they may.
      log.warn({ err: error }, 'open boards sent away')
      for (const reader of [...readers.keys()]) end(reader, 'closing')
    } finally {
      looking = false
    }
  }

  return {
    /** From now on the reader is told; what it read before may be old. @returns how to leave */
    join(reader: Reader): () => void {
      if (closed) {
        reader.end('closing')
        return () => {}
      }
      readers.set(reader, spanOfDay(reader.day))
      countReaders(readers.size)
      watching ??= setInterval(() => void endThoseSignedOut(), watchEvery)
      return () => leave(reader)
    },
    heard(message: string) {
      const said = parse(message)
      if (said) tell(said.change, concernedBy(said, now()))
    },
    /** After a silence anything may have changed. */
    listening() {
      if (heardBefore) tell('day', () => true)
      heardBefore = true
    },
    /** Ends every stream, so that the process may end. */
    close() {
      closed = true
      for (const reader of [...readers.keys()]) end(reader, 'closing')
    },
    count: () => readers.size,
  }
}

interface Span {
  start: Date
  end: Date
}
type Said =
  | { change: 'day'; about: 'all' }
  | { change: 'day'; about: 'visit'; from: number; to: number; waiting: boolean }
  | { change: 'plan'; day: string }

/** What the triggers on the tables say: `visit FROM TO waiting|placed` (seconds since 1970), `roster`, `plan DAY`. */
function parse(message: string): Said | null {
  const [kind, ...rest] = message.split(' ')
  if (kind === 'roster') return { change: 'day', about: 'all' }
  if (kind === 'plan' && rest[0]) return { change: 'plan', day: rest[0] }
  const [from, to] = rest.map((seconds) => Number(seconds) * 1000)
  if (kind !== 'visit' || !Number.isFinite(from) || !Number.isFinite(to)) return null
  return { change: 'day', about: 'visit', from: from!, to: to!, waiting: rest[2] === 'waiting' }
}

function concernedBy(said: Said, now: Date): (day: string, span: Span) => boolean {
  if (said.change === 'plan') return (day) => day === said.day
  if (said.about === 'all') return () => true
  const { from, to, waiting } = said
  // A visit without a crew whose window is over is on every later day's board.
  const over = waiting && to <= now.getTime()
  return (_, { start, end }) => from < end.getTime() && (over || to > start.getTime())
}
