import type { Db } from '#db/client.server.ts'
import { liveReaders, type Reader } from './live.server.ts'
import { countReaders } from './metrics.server.ts'
import { spanOfDay } from './time.server.ts'

/** A board's day looks different, or what is planned for it does. How, is for the board to read. */
export type Change = 'day' | 'plan'

/** One open board. */
export interface BoardReader extends Reader<Change> {
  /** The civil day it shows. */
  day: string
}

export type LiveBoards = ReturnType<typeof liveBoards>

/** The boards open on one process, and which of them a notification on the channel `board` is for. */
export function liveBoards({ db, now = () => new Date() }: { db: Db; now?: () => Date }) {
  const readers = liveReaders<BoardReader, Change>({
    db,
    now,
    breath: 50,
    counted: (count) => countReaders('board', count),
  })
  const spans = new WeakMap<BoardReader, Span>()
  const spanOf = (reader: BoardReader) => {
    const span = spans.get(reader) ?? spanOfDay(reader.day)
    spans.set(reader, span)
    return span
  }
  let heardBefore = false
  return {
    ...readers,
    heard(message: string) {
      const said = parse(message)
      if (!said) return
      const concerned = concernedBy(said, now())
      readers.tell(said.change, (reader) => concerned(reader.day, spanOf(reader)))
    },
    /** After a silence anything may have changed. */
    listening() {
      if (heardBefore) readers.tell('day', () => true)
      heardBefore = true
    },
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
