import { invalid } from '#app/platform/errors.ts'
import { instantAt } from '#app/platform/time.server.ts'

export interface Window {
  start: Date
  end: Date
}

/**
 * The span of instants a window's form means in the company's zone.
 * @throws DomainError invalid when it has begun already, or a clock change leaves nothing of it
 */
export function windowOf(form: { day: string; from: string; to: string }, now: Date): Window {
  const start = instantAt(form.day, form.from)
  const end = instantAt(form.day, form.to)
  if (start >= end) throw invalid('windowEmpty')
  if (start <= now) throw invalid('windowInPast')
  return { start, end }
}
