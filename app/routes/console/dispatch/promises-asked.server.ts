import type { PromiseFilter, PromisePlace } from '#app/domain/promises/index.server.ts'
import { addDays, dayOf, isDay } from '#app/platform/time.server.ts'
import { promiseOutcomes } from '#db/vocabulary/promises.ts'
import { oneOf } from '../lists/list-address.ts'

/** More days at once would count for too long. */
export const mostDays = 92
const usualDays = 7

/** What the address asks for: the last seven days and today, unless it says otherwise. */
export function promisesAsked(search: URLSearchParams, now: Date) {
  const today = dayOf(now)
  const to = dayIn(search.get('to')) ?? today
  const wanted = dayIn(search.get('from')) ?? addDays(to < today ? to : today, -usualDays)
  const ordered = wanted <= to ? { from: wanted, to } : { from: to, to: wanted }
  const earliest = addDays(ordered.to, 1 - mostDays)
  const filter: PromiseFilter = {
    from: ordered.from < earliest ? earliest : ordered.from,
    to: ordered.to,
    outcome: oneOf(promiseOutcomes, search.get('outcome')),
    madeBy: personIn(search.get('by')),
    areaId: keyIn(search.get('area')),
    crewId: keyIn(search.get('crew')),
  }
  return { filter, cut: ordered.from < earliest, after: placeIn(search.get('after')) }
}

const dayIn = (given: string | null) => (given !== null && isDay(given) ? given : null)

const keyIn = (given: string | null) => (/^[1-9]\d{0,9}$/.test(given ?? '') ? Number(given) : null)

const personIn = (given: string | null) =>
  given !== null && /^(customer|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(given)
    ? given
    : null

function placeIn(given: string | null): PromisePlace | null {
  const [instant, key] = given?.split(',') ?? []
  const at = new Date(instant ?? '')
  return Number.isNaN(at.getTime()) || !/^[1-9]\d{0,14}$/.test(key ?? '') ? null : [at, Number(key)]
}
