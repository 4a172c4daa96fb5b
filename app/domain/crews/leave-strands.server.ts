import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crews, leaves } from '#db/schema/crews.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { absence } from './absence.ts'
import type { LeaveRow } from './find-leave.server.ts'
import { readCrews } from './read-crews.server.ts'
import { covers, type Span } from './span.ts'
import { plannedFor, type StrandedVisit } from './stranded-visits.server.ts'
import { workingTimeAround } from './working-time.server.ts'

/** The visits this leave strands, or would if it were approved now (DS-3); nothing is changed. */
export async function strandsOfLeave(ctx: Ctx, leave: LeaveRow): Promise<StrandedVisit[]> {
  const span = { start: leave.startsAt, end: leave.endsAt }
  const planned = await plannedFor(
    ctx,
    and(
      eq(visits.crewId, leave.crewId),
      eq(visits.status, 'confirmed'),
      lt(visits.plannedStart, span.end),
      gt(visits.plannedEnd, span.start),
      gt(visits.plannedEnd, ctx.now()),
      leave.status === 'approved' ? eq(visits.stranded, true) : eq(visits.stranded, false),
    ),
  )
  if (planned.length === 0 || leave.status === 'approved') return planned
  const [crew] = await readCrews(ctx, span, [leave.crewId])
  if (!crew) return []
  const away = { ...crew, off: await offWith(ctx, leave) }
  return planned.filter(({ plannedStart, plannedEnd }) => {
    const plan = { start: plannedStart!, end: plannedEnd! }
    return !workingTimeAround(away, plan).some((shift) => covers(shift, plan))
  })
}

/** When the crew would have too few members, were this leave approved beside what is. */
async function offWith(ctx: Ctx, leave: LeaveRow): Promise<Span[]> {
  const [approved, members, [crew]] = await Promise.all([
    ctx.db
      .select({ staffId: leaves.staffId, start: leaves.startsAt, end: leaves.endsAt })
      .from(leaves)
      .where(
        and(
          eq(leaves.crewId, leave.crewId),
          eq(leaves.status, 'approved'),
          lt(leaves.startsAt, leave.endsAt),
          gt(leaves.endsAt, leave.startsAt),
        ),
      ),
    ctx.db
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.crewId, leave.crewId), isNull(staff.disabledAt))),
    ctx.db.select({ needed: crews.membersNeeded }).from(crews).where(eq(crews.id, leave.crewId)),
  ])
  const wanted = { staffId: leave.staffId, start: leave.startsAt, end: leave.endsAt }
  return absence([...approved, wanted], {
    members: members.map(({ id }) => id),
    needed: crew?.needed ?? 1,
  })
}
