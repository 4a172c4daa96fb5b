import type { promises } from '#db/schema/promises.ts'
import { verdictOn } from '#app/domain/promises/index.server.ts'
import { addMinutes, dayOf, spanOfDay } from '#app/platform/time.server.ts'
import type { EventDraft, VisitDraft } from './draft.ts'
import type { Telling } from './telling.ts'

type PromiseRow = typeof promises.$inferInsert

/** When the hourly settling comes round after midnight. */
const settledAfter = 27

/** What each visit's customer was told, and what became of it, as the events tell it; in the order it was told. */
export function promisesOf({ today }: Telling, outings: readonly VisitDraft[]): PromiseRow[] {
  return outings
    .flatMap((visit) => ofVisit(visit, today))
    .sort((a, b) => a.madeAt.getTime() - b.madeAt.getTime())
}

function ofVisit(visit: VisitDraft, today: string): PromiseRow[] {
  const made: PromiseRow[] = []
  const events = visit.ticket.events
    .filter((event) => event.visit === visit)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const event of events) {
    const window = windowTold(event)
    const standing = made.at(-1)
    if (event.kind === 'visit_cancelled' || event.kind === 'crew_no_show') {
      if (standing) letGo(standing, event)
    }
    if (event.kind === 'customer_no_show' && standing) forgo(standing, event)
    if (!window || (standing && sameWindow(standing, window))) continue
    if (standing) letGo(standing, event)
    made.push({
      ...{ visitId: visit.id!, ticketId: visit.ticket.id!, ...window },
      ...{ origin: origins[event.kind]!, madeAt: event.at, madeBy: event.actorId ?? null },
    })
  }
  const last = made.at(-1)
  if (last && (last.outcome ?? 'open') === 'open') settle(last, visit, today)
  return made
}

const origins: Partial<Record<EventDraft['kind'], PromiseRow['origin']>> = {
  visit_proposed: 'booked',
  visit_booked: 'booked',
  visit_confirmed: 'confirmed',
  visit_moved: 'moved',
}

/** The window an event told the customer; nobody is told of one that is only thought of, but for one let in beyond. */
function windowTold({ kind, data, visit }: EventDraft) {
  if (!origins[kind] || (kind === 'visit_proposed' && !visit?.row.overbookedBy)) return null
  const last = (value: unknown) => new Date((Array.isArray(value) ? value[1] : value) as string)
  return { windowStart: last(data?.start), windowEnd: last(data?.end) }
}

const sameWindow = (a: PromiseRow, b: { windowStart: Date; windowEnd: Date }) =>
  a.windowStart.getTime() === b.windowStart.getTime() &&
  a.windowEnd.getTime() === b.windowEnd.getTime()

function letGo(standing: PromiseRow, { at, actorKind, actorId }: EventDraft): void {
  Object.assign(
    standing,
    standing.windowEnd <= at
      ? verdictOn({ windowEnd: standing.windowEnd, arrivedAt: null })
      : {
          outcome: actorKind === 'customer' ? 'released' : 'withdrawn',
          settledBy: actorId ?? null,
        },
    { settledAt: at },
  )
}

/** DS-4: the crew was there in time and nobody else was. */
function forgo(standing: PromiseRow, { at, actorId }: EventDraft): void {
  Object.assign(standing, { outcome: 'released', settledBy: actorId ?? null, settledAt: at })
}

function settle(last: PromiseRow, { row }: VisitDraft, today: string): void {
  const { windowEnd } = last
  const midnight = spanOfDay(dayOf(addMinutes(windowEnd, -1))).end
  if (midnight > spanOfDay(today).start) return
  const verdict = verdictOn({ windowEnd, arrivedAt: row.arrivedAt ?? null })
  Object.assign(last, verdict, { settledAt: addMinutes(midnight, settledAfter) })
}
