import { asc, eq, gte } from 'drizzle-orm'
import { holidays } from '#db/schema/crews.ts'
import { changeCalendar } from '#app/domain/clocks/index.server.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { changeSupply } from './change-supply.server.ts'
import type { HolidayForm } from './holiday-form.ts'

export const holidaySubject = (day: string) => `holiday:${day}`

/**
 * Gives the whole company a day off, but for crews with hours of their own that day.
 * @throws WouldStrand when visits lose their crew and nobody has agreed to that
 */
export async function addHoliday(ctx: Ctx, form: HolidayForm): Promise<void> {
  authorize(ctx.actor, 'supply:manage')
  const { day, nameZh, nameEn, strands: agreed } = form
  if (day < dayOf(ctx.now())) throw invalid('dayPast')
  await inTransaction(ctx, (tx) =>
    changeSupply(tx, { days: [day], agreed }, async () => {
      await changeCalendar(tx, async () => {
        const added = await tx.db
          .insert(holidays)
          .values({ day, nameZh, nameEn })
          .onConflictDoNothing()
          .returning({ day: holidays.day })
        if (added.length === 0) throw refused('holidayThere')
      })
      await recordAudit(tx, 'holiday_added', holidaySubject(day), {
        holiday: [null, `${day} ${nameZh} / ${nameEn}`],
      })
    }),
  )
}

/** The company works that day after all. Done twice it is done once. */
export async function removeHoliday(ctx: Ctx, day: string): Promise<void> {
  authorize(ctx.actor, 'supply:manage')
  if (day < dayOf(ctx.now())) throw invalid('dayPast')
  await inTransaction(ctx, (tx) =>
    changeSupply(tx, { days: [day], agreed: undefined }, async () => {
      const gone = await changeCalendar(tx, async () => {
        const [row] = await tx.db.delete(holidays).where(eq(holidays.day, day)).returning()
        return row
      })
      if (!gone) return
      await recordAudit(tx, 'holiday_removed', holidaySubject(day), {
        holiday: [`${day} ${gone.nameZh} / ${gone.nameEn}`, null],
      })
    }),
  )
}

/** Today's and those to come. */
export const listHolidays = (ctx: Ctx) =>
  ctx.db
    .select()
    .from(holidays)
    .where(gte(holidays.day, dayOf(ctx.now())))
    .orderBy(asc(holidays.day))

/** @throws DomainError not_found */
export async function readHoliday(ctx: Ctx, day: string) {
  const [holiday] = await ctx.db.select().from(holidays).where(eq(holidays.day, day))
  if (!holiday) throw notFound()
  return holiday
}
