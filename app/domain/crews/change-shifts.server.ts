import { asc, eq } from 'drizzle-orm'
import { crews, shifts } from '#db/schema/crews.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { changeSupply } from './change-supply.server.ts'
import { weekdays, weeksOf } from './rotation.ts'
import { type Pattern, patternText, type ShiftsForm } from './shifts-form.ts'

/**
 * Changes a crew's weekly hours and their rotation; the windows to come count the new ones at once (BK-1).
 * @throws WouldStrand when visits lose their crew and nobody has agreed to that
 */
export async function changeShifts(ctx: Ctx, crewId: number, form: ShiftsForm): Promise<void> {
  authorize(ctx.actor, 'roster:manage')
  const after = form.pattern
  await inTransaction(ctx, (tx) =>
    changeSupply(tx, { crewIds: [crewId], agreed: form.strands }, async () => {
      const before = await readPattern(tx, crewId)
      if (stampOf(before) !== form.seen) throw refused('supplyChanged')
      if (stampOf(before) === stampOf(after)) return
      await keep(tx, crewId, after)
      await recordAudit(tx, 'shifts_changed', crewSubject(crewId), {
        shifts: [patternText(before), patternText(after)],
      })
    }),
  )
}

export const crewSubject = (id: number) => `crew:${id}`

/** A crew's weekly hours as its form shows them. @throws DomainError not_found */
export async function readPattern(ctx: Ctx, crewId: number): Promise<Pattern> {
  const [crew] = await ctx.db
    .select({ rotationWeeks: crews.rotationWeeks, rotationFrom: crews.rotationFrom })
    .from(crews)
    .where(eq(crews.id, crewId))
  if (!crew) throw notFound()
  const rows = await ctx.db
    .select()
    .from(shifts)
    .where(eq(shifts.crewId, crewId))
    .orderBy(asc(shifts.week), asc(shifts.weekday), asc(shifts.startsAt))
  return {
    ...crew,
    hours: weeksOf(crew.rotationWeeks).flatMap((week) =>
      weekdays.map((weekday) => ({
        week,
        weekday,
        hours: rows
          .filter((row) => row.week === week && row.weekday === weekday)
          .map(({ startsAt, endsAt }) => ({ from: startsAt.slice(0, 5), to: endsAt.slice(0, 5) })),
      })),
    ),
  }
}

async function keep(tx: Tx, crewId: number, { rotationWeeks, rotationFrom, hours }: Pattern) {
  await tx.db.update(crews).set({ rotationWeeks, rotationFrom }).where(eq(crews.id, crewId))
  await tx.db.delete(shifts).where(eq(shifts.crewId, crewId))
  const rows = hours.flatMap((day) =>
    day.hours.map(({ from, to }) => ({
      crewId,
      week: day.week,
      weekday: day.weekday,
      startsAt: from,
      endsAt: to,
    })),
  )
  if (rows.length > 0) await tx.db.insert(shifts).values(rows)
}
