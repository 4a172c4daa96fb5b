import { and, asc, eq, gt, gte } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { leaves, shiftExceptions } from '#db/schema/crews.ts'
import { areas } from '#db/schema/stores.ts'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { readCrewFacts } from './change-crew.server.ts'
import { crewSubject, readPattern } from './change-shifts.server.ts'
import { membersOfCrews } from './read-crews.server.ts'
import { strandedVisits } from './stranded-visits.server.ts'
import { weekOfRotation } from './working-time.server.ts'

/** A crew's key as an address carries it. @throws DomainError not_found */
export function readCrewId(value: string | undefined): number {
  if (!/^[1-9]\d{0,14}$/.test(value ?? '')) throw notFound()
  return Number(value)
}

/** One crew as its roster page shows it. */
export async function readCrew(ctx: Ctx, id: number) {
  authorize(ctx.actor, 'roster:read')
  const facts = await readCrewFacts(ctx, id)
  const today = dayOf(ctx.now())
  const [pattern, everywhere, members, exceptions, leave, stranded, changes] = await Promise.all([
    readPattern(ctx, id),
    ctx.db.select({ id: areas.id, nameZh: areas.nameZh, nameEn: areas.nameEn }).from(areas),
    membersOfCrews(ctx, [id]),
    ctx.db
      .select()
      .from(shiftExceptions)
      .where(and(eq(shiftExceptions.crewId, id), gte(shiftExceptions.day, today)))
      .orderBy(asc(shiftExceptions.day), asc(shiftExceptions.startsAt)),
    ctx.db
      .select({
        id: leaves.id,
        member: staff.name,
        status: leaves.status,
        startsAt: leaves.startsAt,
        endsAt: leaves.endsAt,
      })
      .from(leaves)
      .leftJoin(staff, eq(staff.id, leaves.staffId))
      .where(and(eq(leaves.crewId, id), gt(leaves.endsAt, ctx.now())))
      .orderBy(asc(leaves.startsAt)),
    strandedVisits(ctx, [id]),
    listChanges(ctx, [crewSubject(id)]),
  ])
  return {
    ...facts,
    homeArea: everywhere.find((area) => area.id === facts.homeAreaId) ?? null,
    areas: everywhere.filter((area) => facts.areaIds.includes(area.id)),
    pattern,
    weekNow: weekOfRotation(pattern, today),
    members: members.get(id) ?? [],
    exceptions,
    leave: leave.filter(({ status }) => status === 'asked' || status === 'approved'),
    stranded,
    changes,
  }
}
