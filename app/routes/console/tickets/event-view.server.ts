import type { WholeTicket } from '#app/domain/tickets/read-ticket.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { attemptOutcomes } from '#db/vocabulary/follow-ups.ts'
import { visitMarkKinds } from '#db/vocabulary/visits.ts'
import { fromOf } from './talk-view.server.ts'
import { workEventOf } from './work-event.ts'

export type EventView = ReturnType<typeof eventOf>

const changing = [
  'status',
  'kind',
  'severity',
  'category',
  'owner',
  'area',
  'point',
  'tags',
] as const

/** IN-8: who did what, when, from what to what. */
export function eventOf(
  ctx: Ctx<StaffActor>,
  { names, merged }: WholeTicket,
  event: WholeTicket['events'][number],
) {
  const { data } = event
  const work = workEventOf(event.kind, data)
  const title = ctx.locale === 'en' ? data.titleEn : data.titleZh
  const [start, end] = [pairOf(data.start), pairOf(data.end)]
  const windowOf = (at: 0 | 1) => {
    const [from, to] = [start[at], end[at]]
    return from !== null && to !== null ? { start: from, end: to } : null
  }
  return {
    key: String(event.id),
    kind: event.kind,
    at: event.at.toISOString(),
    by: event.actorKind,
    mine: event.actorId === ctx.actor.id,
    name: event.actorId === null ? null : (names.get(event.actorId) ?? null),
    from: fromOf(merged)(event.ticketId),
    merged:
      typeof data.into === 'boolean' ? (data.into ? ('into' as const) : ('of' as const)) : null,
    changes: changing.flatMap((field) => {
      const change = data[field]
      if (!Array.isArray(change)) return []
      const [from, to] = pairOf(change)
      return [{ field, from, to }]
    }),
    oldWindow: windowOf(0),
    window: windowOf(1),
    crew: textOf(ctx.locale === 'en' ? data.crewEn : data.crewZh),
    outcome: attemptOutcomes.find((outcome) => outcome === data.outcome) ?? null,
    work,
    words: work
      ? null
      : ([data.reason, data.solution, data.workDone, data.note, data.colleague, data.number, title]
          .map(textOf)
          .find(Boolean) ?? null),
    until: textOf(data.until),
    mark: visitMarkKinds.find((kind) => kind === data.mark) ?? null,
    expectedOn: textOf(data.expectedOn),
    count: typeof data.count === 'number' ? data.count : null,
    overbooked: data.overbooked === true,
    channel: textOf(data.channel),
  }
}

const textOf = (value: unknown) =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null

/** What it was and what it became; a value that only stands there became. */
const pairOf = (value: unknown): [string | null, string | null] =>
  Array.isArray(value) ? [textOf(value[0]), textOf(value[1])] : [null, textOf(value)]
