import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { stampOf } from '#app/platform/stamp.server.ts'

const shown = {
  id: visits.id,
  number: tickets.number,
  name: tickets.name,
  skill: visits.skill,
  windowStart: visits.windowStart,
  windowEnd: visits.windowEnd,
  plannedStart: visits.plannedStart,
  plannedEnd: visits.plannedEnd,
  crewId: visits.crewId,
  crewZh: crews.nameZh,
  crewEn: crews.nameEn,
}

/** A visit whose crew can't make it, with what it takes to find it and tell the customer. */
export type StrandedVisit = Awaited<ReturnType<typeof plannedFor>>[number]

/** Visits with their crew, by the time of their window. */
export const plannedFor = (ctx: Ctx, which: SQL | undefined) =>
  ctx.db
    .select(shown)
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .innerJoin(crews, eq(crews.id, visits.crewId))
    .where(which)
    .orderBy(asc(visits.windowStart), asc(visits.id))

/** The visits that must move (DS-3). @param crewIds of these crews; without it of all */
export async function strandedVisits(
  ctx: Ctx,
  crewIds?: readonly number[],
): Promise<StrandedVisit[]> {
  if (crewIds?.length === 0) return []
  return plannedFor(
    ctx,
    and(
      eq(visits.stranded, true),
      eq(visits.status, 'confirmed'),
      crewIds && inArray(visits.crewId, [...crewIds]),
    ),
  )
}

/** What somebody who agrees to strand these visits has seen. */
export const strandsStamp = (stranded: readonly { id: number }[]): string =>
  stampOf(stranded.map(({ id }) => id).sort((a, b) => a - b))

/** A change would leave visits without their crew, and nobody has said yet that this is known. */
export class WouldStrand extends DomainError {
  constructor(readonly visits: StrandedVisit[]) {
    super('conflict', 'visitsWouldStrand', { n: visits.length })
  }
}

/**
 * Runs a change of crews' time. Visits it strands are named before anything is kept: only whoever has seen just
 * these (`agreed`) changes it, and even then nothing is moved (DS-3). The caller holds the days.
 */
export async function namingStrands(
  tx: Tx,
  { crewIds, agreed }: { crewIds?: readonly number[]; agreed: string | undefined },
  change: () => Promise<void>,
): Promise<void> {
  const before = new Set((await strandedVisits(tx, crewIds)).map(({ id }) => id))
  await change()
  const fresh = (await strandedVisits(tx, crewIds)).filter(({ id }) => !before.has(id))
  if (fresh.length > 0 && strandsStamp(fresh) !== agreed) throw new WouldStrand(fresh)
}
