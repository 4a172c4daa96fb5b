import { asc } from 'drizzle-orm'
import { serviceCalendars } from '#db/schema/clocks.ts'
import { type Ctx, enqueue, type Tx } from '#app/platform/context.server.ts'
import type { WeekHours } from '#app/platform/day-hours.ts'
import { serviceHours } from '#app/platform/service-hours.server.ts'
import { lockSettings } from '#app/platform/settings.server.ts'
import { companyZone } from '#app/platform/time.server.ts'
import type { Timeline } from './business-time.ts'

interface Kept {
  from: number
  week: WeekHours
  holidays: readonly string[]
}

/** Which hours and holidays were in force when; while nobody changed any, those in force always were. */
export async function serviceTimeline(ctx: Ctx): Promise<Timeline> {
  const rows = await ctx.db
    .select({
      from: serviceCalendars.from,
      week: serviceCalendars.week,
      holidays: serviceCalendars.holidays,
    })
    .from(serviceCalendars)
    .orderBy(asc(serviceCalendars.from), asc(serviceCalendars.id))
  if (rows.length === 0) return timelineOf([{ from: -Infinity, ...(await inForce(ctx)) }])
  return timelineOf(
    rows.map((row, at) => ({ ...row, from: at === 0 ? -Infinity : row.from.getTime() })),
  )
}

/**
 * Changes service hours or holidays. What was counted so far stays counted; what runs is counted anew from now on, by
 * a job.
 */
export async function changeCalendar<T>(tx: Tx, change: () => Promise<T>): Promise<T> {
  await lockSettings(tx)
  const before = await inForce(tx)
  const result = await change()
  const after = await inForce(tx)
  if (JSON.stringify(before) === JSON.stringify(after)) return result
  const [known] = await tx.db.select({ id: serviceCalendars.id }).from(serviceCalendars).limit(1)
  const changedBy = tx.actor.kind === 'staff' ? tx.actor.id : null
  if (!known) await keep(tx, new Date(0), before, null)
  await keep(tx, tx.now(), after, changedBy)
  await rewindClocks(tx)
  return result
}

/** Has every running clock counted again; one waiting job is enough. */
export const rewindClocks = (tx: Tx) => enqueue(tx, 'rewind-clocks', {}, { key: 'rewind-clocks' })

type InForce = Omit<Kept, 'from'>

async function inForce(ctx: Ctx): Promise<InForce> {
  const { week, holidays } = await serviceHours(ctx)
  return { week, holidays: [...holidays].sort() }
}

async function keep(tx: Tx, from: Date, { week, holidays }: InForce, changedBy: string | null) {
  const plain = JSON.parse(JSON.stringify(week)) as typeof serviceCalendars.$inferInsert.week
  await tx.db
    .insert(serviceCalendars)
    .values({ from, week: plain, holidays: [...holidays], changedBy })
}

let last: { key: string; timeline: Timeline } | undefined

/** The same calendars are the same timeline, so that the days worked out of them stay known. */
function timelineOf(rows: readonly Kept[]): Timeline {
  const zone = companyZone()
  const key = JSON.stringify([zone, rows])
  if (last?.key !== key) {
    const timeline = rows.map(({ from, week, holidays }) => ({
      from,
      calendar: { zone, week, holidays: new Set(holidays) },
    }))
    last = { key, timeline }
  }
  return last.timeline
}
