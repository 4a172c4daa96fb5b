import { type Span, within, without } from '#app/domain/crews/index.server.ts'

/** A job as a window takes it: minutes of work, and minutes kept free between two visits of a crew. */
export interface Job {
  minutes: number
  travel: number
}

const minute = 60_000
/** Work begins on a five-minute mark. */
const mark = 5 * minute
const onMark = (time: number) => Math.ceil(time / mark) * mark

/** Where a job of a window may lie: within it, or, when it takes longer, from its beginning on. */
export function reachOfWindow({ start, end }: Span, { minutes }: Job): Span {
  const needed = start.getTime() + minutes * minute
  return { start, end: needed > end.getTime() ? new Date(needed) : end }
}

/** What a crew has left of a window: its working time there, less what is planned and the way to and from it. */
export function freeTime(
  crew: { working: readonly Span[]; planned: readonly Span[] },
  window: Span,
  job: Job,
): Span[] {
  const way = job.travel * minute
  const busy = crew.planned.map(({ start, end }) => ({
    start: new Date(start.getTime() - way),
    end: new Date(end.getTime() + way),
  }))
  return within(without(crew.working, busy), reachOfWindow(window, job))
}

/** How many such jobs fit into free time, one after the other with the way between them. */
export function placesIn(free: readonly Span[], job: Job): number {
  return free.reduce((places, { start, end }) => {
    const minutes = (end.getTime() - onMark(start.getTime())) / minute
    const each = Math.ceil((job.minutes + job.travel) / 5) * 5
    return places + Math.max(0, Math.floor((minutes - job.minutes) / each) + 1)
  }, 0)
}

/** The earliest start, on a five-minute mark, of one such job in free time. */
export function firstStart(free: readonly Span[], { minutes }: Job): Date | null {
  for (const { start, end } of free) {
    const from = onMark(start.getTime())
    if (from + minutes * minute <= end.getTime()) return new Date(from)
  }
  return null
}
