import type { Translate } from '#app/i18n/keys.ts'
import type { Rehomed, StrandedVisit } from '#app/domain/bookings/index.server.ts'

/** A visit that must move, as plain facts for the page. */
export const strandedView = ({ others, nearest, ...visit }: StrandedVisit) => ({
  id: visit.id,
  version: visit.version,
  number: visit.number,
  name: visit.name,
  phone: visit.phone,
  hasEmail: visit.hasEmail,
  address: visit.address,
  work: visit.work,
  skill: visit.skill,
  windowStart: visit.windowStart.toISOString(),
  windowEnd: visit.windowEnd.toISOString(),
  plannedStart: visit.plannedStart?.toISOString() ?? null,
  crewZh: visit.crewZh ?? '',
  crewEn: visit.crewEn ?? '',
  why: visit.why,
  others: others.map(({ crew, start }) => ({
    id: crew.id,
    zh: crew.nameZh,
    en: crew.nameEn,
    start: start.toISOString(),
  })),
  nearest: nearest.map(({ id, start, places }) => ({ id, start: start.toISOString(), places })),
})
export type StrandedView = ReturnType<typeof strandedView>

/** What became of it. */
export const rehomedView = (
  t: Translate,
  { windowStart, windowEnd, plannedStart, refusal, ...visit }: Rehomed,
) => ({
  ...visit,
  /** Why it stays where it is. */
  why: refusal && t(`refusals:${refusal.code}`, refusal.values),
  windowStart: windowStart.toISOString(),
  windowEnd: windowEnd.toISOString(),
  plannedStart: plannedStart?.toISOString() ?? null,
})
export type RehomedView = ReturnType<typeof rehomedView>
