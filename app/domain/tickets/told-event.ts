import type { publicEventKinds } from '#db/vocabulary/tickets.ts'
import { extraDecisions, lateReasons } from '#db/vocabulary/work.ts'

export type PublicEvent = (typeof publicEventKinds)[number]
type Recorded = Record<string, unknown>

/** What a customer reads of what an event recorded; nothing else of it. */
export function toldOf(kind: PublicEvent, data: Recorded) {
  return {
    moved: kind === 'visit_moved' ? movedOf(data) : null,
    /** Written for the customer; no other event's reason is. */
    cancelledBecause: kind === 'visit_cancelled' ? textOf(data.reason) : null,
    calledInVain: kind === 'called_ahead' && data.outcome === 'no_answer',
    pausedUntil: kind === 'paused' ? textOf(data.until) : null,
    /** About when the crew that set out is there, as it was reckoned then. */
    expectedAt: kind === 'crew_set_out' ? textOf(data.expectedAt) : null,
    late: kind === 'late_told' ? lateOf(data) : null,
    extra: kind === 'extra_decided' ? extraOf(data) : null,
    item: kind === 'item_taken' || kind === 'item_returned' ? itemOf(data) : null,
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

/** From which window to which, and why; nothing else of what is recorded. */
function movedOf({ start, end, reason }: Recorded) {
  const windowAt = (index: 0 | 1) => {
    const [from, to]: unknown[] = [start, end].map((pair) =>
      Array.isArray(pair) ? (pair as unknown[])[index] : null,
    )
    return typeof from === 'string' && typeof to === 'string' ? { start: from, end: to } : null
  }
  const [from, to] = [windowAt(0), windowAt(1)]
  return from && to ? { from, to, reason: typeof reason === 'string' ? reason : null } : null
}

function lateOf({ reason, expectedAt }: Recorded) {
  const because = lateReasons.find((one) => one === reason)
  const expected = textOf(expectedAt)
  return because && expected ? { reason: because, expectedAt: expected } : null
}

function extraOf({ what, minutes, price, decision }: Recorded) {
  const decided = extraDecisions.find((one) => one === decision)
  if (!decided) return null
  const figure = (value: unknown) => (typeof value === 'number' ? value : 0)
  return {
    what: textOf(what) ?? '',
    minutes: figure(minutes),
    price: figure(price),
    decision: decided,
  }
}

function itemOf({ number, item, backOn }: Recorded) {
  const what = textOf(item)
  return what === null ? null : { what, number: textOf(number), backOn: textOf(backOn) }
}
