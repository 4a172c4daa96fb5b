import { eq, inArray } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import {
  type Gazetteer,
  pointOf,
  type Stand,
  travelAlong,
} from '#app/domain/travel/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Ways } from './best-gap.server.ts'
import type { Planned } from './crew-plan.server.ts'

/** For each crew what putting a stop at `home` before each of its visits, and after the last, means on the way. */
export async function waysAround(
  ctx: Ctx,
  gazetteer: Gazetteer,
  home: Stand,
  crews: readonly { base: Stand; taken: readonly Planned[] }[],
): Promise<Ways[]> {
  const stands = await standsOf(
    ctx,
    gazetteer,
    crews.flatMap(({ taken }) => taken.map(({ visitId }) => visitId)),
  )
  const chains = crews.map(({ base, taken }) => {
    const stops: Stand[] = [base, ...taken.map(({ visitId }) => stands.get(visitId)!)]
    return {
      // There and on again, stop by stop: one chain holds every way that is asked about.
      around: stops.flatMap((stop) => [stop, home]),
      straight: stops,
      baseKnown: base.point !== null,
    }
  })
  const [around, straight] = await Promise.all([
    travelAlong(
      ctx,
      chains.map((chain) => chain.around),
      gazetteer,
    ),
    travelAlong(
      ctx,
      chains.map((chain) => chain.straight),
      gazetteer,
    ),
  ])
  return chains.map(({ straight: { length }, baseKnown }, i) => {
    const places = Array.from({ length }, (_, k) => k)
    const known = (k: number, value: number | undefined) =>
      k === 0 && !baseKnown ? null : (value ?? null)
    return {
      to: places.map((k) => known(k, around[i]![2 * k]?.minutes)),
      onward: places.map((k) => (k + 1 < length ? (around[i]![2 * k + 1]?.minutes ?? null) : null)),
      instead: places.map((k) => known(k, straight[i]![k]?.minutes)),
    }
  })
}

async function standsOf(ctx: Ctx, gazetteer: Gazetteer, ids: number[]) {
  if (ids.length === 0) return new Map<number, Stand>()
  const rows = await ctx.db
    .select({
      id: visits.id,
      address: tickets.address,
      areaId: tickets.areaId,
      lat: tickets.lat,
      lng: tickets.lng,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(inArray(visits.id, ids))
  return new Map<number, Stand>(
    rows.map((row) => [
      row.id,
      { point: pointOf(gazetteer, row)?.point ?? null, areaId: row.areaId },
    ]),
  )
}
