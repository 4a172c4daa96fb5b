import type { visitForDispatch } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { markView } from '../visits/marks-view.server.ts'
import { crewsView } from '../visits/crews-view.server.ts'

/** One visit beside the board, as plain facts in the reader's language. */
export function panelView(
  { visit, ticket, crew, first, marks, crews }: Awaited<ReturnType<typeof visitForDispatch>>,
  ctx: Ctx<StaffActor>,
) {
  const { locale } = ctx
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return {
    id: visit.id,
    version: visit.version,
    status: visit.status,
    skill: visit.skill,
    work: visit.work,
    day: dayOf(visit.plannedStart ?? visit.windowStart),
    windowStart: visit.windowStart.toISOString(),
    windowEnd: visit.windowEnd.toISOString(),
    windowOver: visit.windowEnd <= ctx.now(),
    minutes: visit.durationMinutes,
    start: iso(visit.plannedStart),
    end: iso(visit.plannedEnd),
    pinned: visit.pinned,
    stranded: visit.stranded,
    overbookReason: visit.overbookReason,
    crew: crew && { id: crew.id, name: locale === 'en' ? crew.nameEn : crew.nameZh },
    first: first && { start: first.windowStart.toISOString(), end: first.windowEnd.toISOString() },
    ticket: {
      number: ticket.number,
      name: ticket.name,
      phone: ticket.phone,
      address: ticket.address,
      product: ticket.product,
      severity: ticket.severity,
      hasEmail: ticket.hasEmail,
    },
    marks: marks.map((mark) => markView(mark, ctx)),
    crews: crews && crewsView(crews, locale),
  }
}
