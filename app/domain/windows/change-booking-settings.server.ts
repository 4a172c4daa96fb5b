import { asc } from 'drizzle-orm'
import { services } from '#db/schema/bookings.ts'
import { categories } from '#db/schema/stores.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { type DayHours, hoursText } from '#app/platform/day-hours.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import {
  currentSettings,
  keepSetting,
  lockSettings,
  type Settings,
} from '#app/platform/settings.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import type { BookingRulesForm, CategoriesForm } from './booking-settings-form.ts'
import { lockAhead } from './lock-days.server.ts'
import { makeWindowsOf } from './make-windows.server.ts'

export const bookingRules = [
  'bookingDays',
  'heldShare',
  'cutOff',
  'restHours',
  'remindAt',
  'callAheadMinutes',
  'leaveHours',
  'agreeDays',
  'checkBy',
] as const satisfies readonly (keyof Settings)[]
export type BookingRule = (typeof bookingRules)[number]
type BookingRules = Pick<Settings, BookingRule>

export const rulesSubject = 'setting:bookings'
export const categoriesSubject = 'setting:bookable-categories'

/** The rules of booking as their form shows them. */
export async function readBookingRules(ctx: Ctx): Promise<BookingRules> {
  return rulesOf(await currentSettings(ctx))
}

/**
 * Changes how customers book. Windows to come follow in the same go: more or fewer days, other rest hours, another
 * share kept for urgent repairs.
 * @throws DomainError invalid when a service is offered in the new rest hours (BK-7)
 */
export async function changeBookingRules(
  ctx: Ctx<StaffActor>,
  { seen, ...after }: BookingRulesForm,
): Promise<void> {
  authorize(ctx.actor, 'supply:manage')
  await inTransaction(ctx, async (tx) => {
    await lockAhead(tx)
    await lockSettings(tx)
    const before = await readBookingRules(tx)
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    const changed = bookingRules.filter((rule) => stampOf(before[rule]) !== stampOf(after[rule]))
    if (changed.length === 0) return
    await refuseServicesInRest(tx, after.restHours)
    for (const rule of changed) await keepSetting(tx, ctx.actor, rule, after[rule])
    await makeWindowsOf(tx)
    await recordAudit(
      tx,
      'setting_changed',
      rulesSubject,
      Object.fromEntries(
        changed.map((rule) => [rule, [ruleText(before, rule), ruleText(after, rule)]]),
      ),
    )
  })
}

/** Switches the booking of repairs on and off, by what is wrong. */
export async function changeBookableCategories(
  ctx: Ctx<StaffActor>,
  { seen, bookableCategories: chosen }: CategoriesForm,
): Promise<void> {
  authorize(ctx.actor, 'booking:settings')
  await inTransaction(ctx, async (tx) => {
    await lockSettings(tx)
    const known = await tx.db
      .select({ key: categories.key })
      .from(categories)
      .orderBy(asc(categories.position), asc(categories.key))
    const bookableCategories = known.map(({ key }) => key).filter((key) => chosen.includes(key))
    const before = (await currentSettings(tx)).bookableCategories
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    if (stampOf(before) === stampOf(bookableCategories)) return
    await keepSetting(tx, ctx.actor, 'bookableCategories', bookableCategories)
    await recordAudit(tx, 'setting_changed', categoriesSubject, {
      bookableCategories: [before.join(', '), bookableCategories.join(', ')],
    })
  })
}

const rulesOf = (all: Settings): BookingRules => ({
  bookingDays: all.bookingDays,
  heldShare: all.heldShare,
  cutOff: all.cutOff,
  restHours: all.restHours.map(({ from, to }) => ({ from, to })),
  remindAt: all.remindAt,
  callAheadMinutes: all.callAheadMinutes,
  leaveHours: all.leaveHours,
  agreeDays: all.agreeDays,
  checkBy: all.checkBy,
})

async function refuseServicesInRest(tx: Tx, restHours: readonly DayHours[]): Promise<void> {
  const offered = await tx.db
    .select({ hours: services.hours })
    .from(services)
    .orderBy(asc(services.key))
  for (const span of offered.flatMap(({ hours }) => hours)) {
    const rest = restHours.find(({ from, to }) => span.from < to && from < span.to)
    if (rest)
      throw invalid('restTouchesHours', { rest: hoursText([rest]), hours: hoursText([span]) })
  }
}

const ruleText = (rules: BookingRules, rule: BookingRule): string => {
  if (rule === 'restHours') return hoursText(rules.restHours)
  if (rule === 'heldShare') return `${Math.round(rules.heldShare * 100)} %`
  return String(rules[rule])
}
