import { eq } from 'drizzle-orm'
import { services } from '#db/schema/bookings.ts'
import { services as serviceKeys, type Service } from '#db/vocabulary/bookings.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { type DayHours, hoursText } from '#app/platform/day-hours.ts'
import { invalid, notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { lockAhead } from './lock-days.server.ts'
import { makeWindowsOf } from './make-windows.server.ts'
import type { ServiceForm } from './service-form.ts'

export const serviceSubject = (key: Service) => `service:${key}`

/** A service as its form shows it. */
export interface ServiceFacts {
  durationMinutes: number
  travelMinutes: number
  hours: DayHours[]
  online: boolean
  /** VS-8 */
  threeChecks: boolean
}

/**
 * Changes how long a service takes, when it is offered and how it is checked. Empty windows to come are made anew in the same go; what
 * is booked keeps its window (BK-1).
 * @throws DomainError invalid when hours touch rest hours (BK-7)
 */
export async function changeService(
  ctx: Ctx<StaffActor>,
  key: Service,
  { seen, ...after }: ServiceForm,
): Promise<void> {
  authorize(ctx.actor, 'supply:manage')
  await inTransaction(ctx, async (tx) => {
    const days = await lockAhead(tx)
    const before = await readService(tx, key)
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    if (stampOf(before) === stampOf(after)) return
    refuseRest(after.hours, (await currentSettings(tx)).restHours)
    await tx.db
      .update(services)
      .set({ ...after, updatedAt: tx.now(), updatedBy: ctx.actor.id })
      .where(eq(services.key, key))
    await makeWindowsOf(tx, days)
    await recordAudit(tx, 'service_changed', serviceSubject(key), changes(before, after))
  })
}

/** @throws DomainError not_found */
export async function readService(ctx: Ctx, key: Service): Promise<ServiceFacts> {
  const [row] = await ctx.db
    .select({
      durationMinutes: services.durationMinutes,
      travelMinutes: services.travelMinutes,
      hours: services.hours,
      online: services.online,
      threeChecks: services.threeChecks,
    })
    .from(services)
    .where(eq(services.key, key))
  if (!row) throw notFound()
  const hours = row.hours.map(({ from, to }) => ({ from, to }))
  return { ...row, hours }
}

/** A service's key as an address carries it. @throws DomainError not_found */
export function readServiceKey(value: string | undefined): Service {
  const key = serviceKeys.find((one) => one === value)
  if (!key) throw notFound()
  return key
}

/** BK-7: nobody is offered a time in which crews eat or rest. */
export function refuseRest(hours: readonly DayHours[], restHours: readonly DayHours[]): void {
  for (const span of hours) {
    const rest = restHours.find(({ from, to }) => span.from < to && from < span.to)
    if (rest) throw invalid('hoursTouchRest', { hours: hoursText([span]), rest: hoursText([rest]) })
  }
}

const textOf = ({ durationMinutes, travelMinutes, hours, online, threeChecks }: ServiceFacts) => ({
  durationMinutes: String(durationMinutes),
  travelMinutes: String(travelMinutes),
  hours: hoursText(hours),
  online: String(online),
  threeChecks: String(threeChecks),
})

function changes(before: ServiceFacts, after: ServiceFacts) {
  const from = textOf(before)
  const to = textOf(after)
  return Object.fromEntries(
    (Object.keys(to) as (keyof typeof to)[])
      .filter((field) => from[field] !== to[field])
      .map((field) => [field, [from[field], to[field]]]),
  )
}
