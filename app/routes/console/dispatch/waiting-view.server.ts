import type { WaitingFilter, WaitingPlace, WaitingVisit } from '#app/domain/visits/index.server.ts'
import { waitingReasons, type WaitingReason } from '#app/domain/visits/waiting-reasons.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { cleanText } from '#app/platform/fields.ts'
import { may } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { skills } from '#db/vocabulary/visits.ts'
import { oneOf } from '../lists/list-address.ts'

/** What the address asks for. */
export function waitingAsked(asked: URLSearchParams) {
  const given = asked.get('area') ?? ''
  const filter: WaitingFilter = {
    reason: oneOf(waitingReasons, asked.get('reason')),
    skill: oneOf(skills, asked.get('skill')),
    areaId: given === 'none' ? 'none' : /^[1-9]\d{0,9}$/.test(given) ? Number(given) : null,
    q: cleanText(asked.get('q') ?? '').slice(0, 80),
  }
  const search = {
    ...{ reason: filter.reason, skill: filter.skill },
    area: filter.areaId === null ? null : String(filter.areaId),
    q: filter.q || null,
  }
  return { filter, search, after: placeIn(asked.get('after')) }
}

function placeIn(given: string | null): WaitingPlace | null {
  const [instant, key] = given?.split(',') ?? []
  const at = new Date(instant ?? '')
  return Number.isNaN(at.getTime()) || !/^[1-9]\d{0,14}$/.test(key ?? '') ? null : [at, Number(key)]
}

/** The visits as the page shows them, by the civil day they are promised on. */
export function waitingView(ctx: Ctx<StaffActor>, visits: readonly WaitingVisit[]) {
  const en = ctx.locale === 'en'
  const promises = may(ctx.actor, 'promise:read')
  const view = (visit: WaitingVisit, day: string) => ({
    id: visit.id,
    board: `/console/dispatch/visits/${visit.id}?day=${day}`,
    skill: visit.skill,
    work: visit.work,
    start: visit.windowStart.toISOString(),
    end: visit.windowEnd.toISOString(),
    number: visit.number,
    name: visit.name,
    address: visit.address,
    area: en ? visit.areaEn : visit.areaZh,
    crew: en ? visit.crewEn : visit.crewZh,
    over: visit.windowEnd <= ctx.now(),
    reasons: reasonsOf(visit),
    marks: visit.marks.map(({ kind, note }) => ({ kind, note })),
    promised:
      promises && visit.promisedAt
        ? { by: visit.promisedBy, at: visit.promisedAt.toISOString() }
        : null,
  })
  const days = new Map<string, ReturnType<typeof view>[]>()
  for (const visit of visits) {
    const day = dayOf(visit.windowStart)
    days.set(day, [...(days.get(day) ?? []), view(visit, day)])
  }
  return [...days].map(([day, visits]) => ({ day, visits }))
}

/** What is wrong in itself; marks say themselves why. */
function reasonsOf({ status, overbooked, stranded }: WaitingVisit): WaitingReason[] {
  if (stranded) return ['stranded']
  if (status !== 'proposed') return []
  return [overbooked ? 'overbooked' : 'unassigned']
}
