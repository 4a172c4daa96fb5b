import { and, asc, eq } from 'drizzle-orm'
import { shiftExceptions } from '#db/schema/crews.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, notFound, refused } from '#app/platform/errors.ts'
import { hoursText } from '#app/platform/day-hours.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { crewSubject } from './change-shifts.server.ts'
import { changeSupply } from './change-supply.server.ts'
import type { ExceptionForm } from './exception-form.ts'

/**
 * Gives a crew other hours on one day, or the day off; a public holiday too.
 * @throws WouldStrand when visits lose their crew and nobody has agreed to that
 */
export async function makeException(
  ctx: Ctx<StaffActor>,
  crewId: number,
  form: ExceptionForm,
): Promise<void> {
  authorize(ctx.actor, 'roster:manage')
  refusePast(ctx, form.day)
  const { day, note, strands: agreed } = form
  const hours = form.kind === 'off' ? [] : form.hours
  await inTransaction(ctx, (tx) =>
    changeSupply(tx, { crewIds: [crewId], days: [day], agreed }, async (crews) => {
      if (!crews.has(crewId)) throw notFound()
      if ((await exceptionOf(tx, crewId, day)).length > 0) throw refused('exceptionThere')
      const row = { crewId, day, note, madeBy: ctx.actor.id, createdAt: tx.now() }
      const rows = hours.map(({ from, to }) => ({ ...row, startsAt: from, endsAt: to }))
      await tx.db.insert(shiftExceptions).values(rows.length > 0 ? rows : [row])
      await recordAudit(tx, 'exception_made', crewSubject(crewId), {
        exception: [null, [day, hoursText(hours) || '–', note].filter(Boolean).join(' ')],
      })
    }),
  )
}

/** Takes an exception away: the crew's pattern stands again. Done twice it is done once. */
export async function removeException(
  ctx: Ctx<StaffActor>,
  crewId: number,
  day: string,
  { agreed }: { agreed: string | undefined },
): Promise<void> {
  authorize(ctx.actor, 'roster:manage')
  refusePast(ctx, day)
  await inTransaction(ctx, (tx) =>
    changeSupply(tx, { crewIds: [crewId], days: [day], agreed }, async () => {
      const rows = await exceptionOf(tx, crewId, day)
      if (rows.length === 0) return
      await tx.db
        .delete(shiftExceptions)
        .where(and(eq(shiftExceptions.crewId, crewId), eq(shiftExceptions.day, day)))
      await recordAudit(tx, 'exception_removed', crewSubject(crewId), {
        exception: [[day, textOf(rows), rows[0]!.note].filter(Boolean).join(' '), null],
      })
    }),
  )
}

export const exceptionOf = (ctx: Ctx, crewId: number, day: string) =>
  ctx.db
    .select({
      day: shiftExceptions.day,
      startsAt: shiftExceptions.startsAt,
      endsAt: shiftExceptions.endsAt,
      note: shiftExceptions.note,
    })
    .from(shiftExceptions)
    .where(and(eq(shiftExceptions.crewId, crewId), eq(shiftExceptions.day, day)))
    .orderBy(asc(shiftExceptions.startsAt))

const textOf = (rows: { startsAt: string | null; endsAt: string | null }[]) =>
  rows.every(({ startsAt }) => startsAt === null)
    ? '–'
    : hoursText(
        rows.map(({ startsAt, endsAt }) => ({
          from: startsAt!.slice(0, 5),
          to: endsAt!.slice(0, 5),
        })),
      )

/** What has been worked can't be planned anew. */
function refusePast(ctx: Ctx, day: string): void {
  if (day < dayOf(ctx.now())) throw invalid('dayPast')
}
