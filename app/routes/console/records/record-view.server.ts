import type { RecordPeriod, StaffRecord } from '#app/domain/complaints/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { addDays, dayOf, isDay, spanOfDay } from '#app/platform/time.server.ts'

export type RecordView = ReturnType<typeof recordView>

/** The civil days a record is asked for, both included; the last twelve months unless told otherwise. */
export function daysAsked(ctx: Ctx, request: Request) {
  const search = new URL(request.url).searchParams
  const day = (name: string, otherwise: string) => {
    const given = search.get(name) ?? ''
    return isDay(given) ? given : otherwise
  }
  const to = day('to', dayOf(ctx.now()))
  const from = day('from', addDays(to, -365))
  return from <= to ? { from, to } : { from: to, to: from }
}

export const periodOf = ({ from, to }: { from: string; to: string }): RecordPeriod => ({
  from: spanOfDay(from).start,
  to: spanOfDay(to).end,
})

/** A record as its page shows it, to the person or to a manager. */
export function recordView(
  ctx: Ctx<StaffActor>,
  { person, ...record }: StaffRecord,
  days: { from: string; to: string },
) {
  const named = (both: { zh: string; en: string } | null) =>
    both && (ctx.locale === 'en' ? both.en : both.zh)
  const { id, name, roles } = person
  return {
    ...record,
    ...days,
    person: { id, name, roles, store: named(person.store), crew: named(person.crew) },
    own: id === ctx.actor.id,
    may: {
      tickets: may(ctx.actor, 'ticket:read'),
      complaints: may(ctx.actor, 'complaint:handle') && id !== ctx.actor.id,
    },
  }
}
