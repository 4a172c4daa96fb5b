import type { freeCrews } from '#app/domain/visits/index.server.ts'
import type { readVisit } from '#app/domain/work/index.server.ts'
import { isOutside } from '#app/domain/work/reading.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { dayOf, timeOf } from '#app/platform/time.server.ts'
import { isErasedPhone } from '#db/vocabulary/customers.ts'
import { shownName } from '../erased-words.server.ts'
import { crewsView } from './crews-view.server.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

/** A visit as plain facts for the page, in the reader's language where the business has two names. */
export function visitView(
  {
    visit,
    ticket,
    crew,
    confirmedBy,
    overbookedBy,
    checks,
    photos,
    record,
  }: Awaited<ReturnType<typeof readVisit>>,
  crews: Awaited<ReturnType<typeof freeCrews>> | null,
  { locale, now }: Pick<Ctx, 'locale' | 'now'>,
) {
  const en = locale === 'en'
  const named = (one: { nameZh: string; nameEn: string }) => (en ? one.nameEn : one.nameZh)
  return {
    id: visit.id,
    version: visit.version,
    status: visit.status,
    skill: visit.skill,
    work: visit.work,
    start: visit.windowStart.toISOString(),
    end: visit.windowEnd.toISOString(),
    windowOver: visit.windowEnd <= now(),
    /** What the move form is filled with. */
    day: dayOf(visit.windowStart),
    from: timeOf(visit.windowStart),
    to: timeOf(visit.windowEnd),
    minutes: visit.durationMinutes,
    plannedStart: iso(visit.plannedStart),
    plannedEnd: iso(visit.plannedEnd),
    crew: crew && { id: crew.id, name: named(crew) },
    confirmedBy,
    cancelReason: visit.cancelReason,
    overbooked: visit.overbookReason !== null && { by: overbookedBy, reason: visit.overbookReason },
    urgent: visit.urgent,
    stranded: visit.stranded,
    workDone: visit.workDone,
    times: {
      set_out: iso(visit.setOutAt),
      arrived: iso(visit.arrivedAt),
      started: iso(visit.startedAt),
      finished: iso(visit.finishedAt),
    },
    ticket: {
      number: ticket.number,
      name: shownName({ locale }, ticket.name),
      phone: isErasedPhone(ticket.phone) ? '' : ticket.phone,
      address: ticket.address,
      product: ticket.product,
      hasEmail: ticket.email !== null,
    },
    checks: checks.map(({ id, textZh, textEn, must, done, reason, unit, ...reading }) => ({
      id,
      text: en ? textEn : textZh,
      must,
      done,
      reason,
      reading:
        unit !== null && reading.value !== null
          ? { unit, value: reading.value, outside: isOutside(reading) }
          : null,
    })),
    photos: photos.flatMap(({ id, stage }) =>
      stage === 'before' || stage === 'after' ? [{ id, stage }] : [],
    ),
    signature: photos.find(({ stage }) => stage === 'signature')?.id ?? null,
    record:
      record.state === 'valid' ? { ...record, signedAt: record.signedAt.toISOString() } : record,
    crews: crews && crewsView(crews, locale),
  }
}
