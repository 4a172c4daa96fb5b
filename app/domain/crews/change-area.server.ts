import { asc, eq, sql } from 'drizzle-orm'
import { areas } from '#db/schema/stores.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, databaseErrorCode, inTransaction } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import type { AreaForm } from './area-form.ts'
import { refuseTakenDistricts } from './taken-districts.server.ts'

const uniqueViolation = '23505'
export const areaSubject = (id: number) => `area:${id}`

export interface AreaFacts {
  nameZh: string
  nameEn: string
  cityZh: string
  cityEn: string
  districts: string[]
}

/** A new area; it has windows once a crew goes there. @returns its key */
export async function addArea(ctx: Ctx, form: AreaForm): Promise<number> {
  authorize(ctx.actor, 'supply:manage')
  const facts = factsOf(form)
  return refusingTwice(() =>
    inTransaction(ctx, async (tx) => {
      await refuseTakenDistricts(tx, facts)
      const [area] = await tx.db.insert(areas).values(facts).returning({ id: areas.id })
      await recordAudit(tx, 'area_changed', areaSubject(area!.id), changes(null, facts))
      return area!.id
    }),
  )
}

/** Changes an area's names and the districts it is recognised by; what is booked stays. */
export async function changeArea(ctx: Ctx, id: number, form: AreaForm): Promise<void> {
  authorize(ctx.actor, 'supply:manage')
  const after = factsOf(form)
  await refusingTwice(() =>
    inTransaction(ctx, async (tx) => {
      await tx.db.select({ id: areas.id }).from(areas).where(eq(areas.id, id)).for('update')
      const before = await readArea(tx, id)
      if (stampOf(before) !== form.seen) throw refused('supplyChanged')
      if (stampOf(before) === stampOf(after)) return
      const kept = new Set(before.districts)
      const fresh = after.districts.filter((district) => !kept.has(district))
      await refuseTakenDistricts(tx, { ...after, districts: fresh }, id)
      await tx.db.update(areas).set(after).where(eq(areas.id, id))
      await recordAudit(tx, 'area_changed', areaSubject(id), changes(before, after))
    }),
  )
}

/** @throws DomainError not_found */
export async function readArea(ctx: Ctx, id: number): Promise<AreaFacts> {
  const [area] = await ctx.db
    .select({
      nameZh: areas.nameZh,
      nameEn: areas.nameEn,
      cityZh: areas.cityZh,
      cityEn: areas.cityEn,
      districts: areas.districts,
    })
    .from(areas)
    .where(eq(areas.id, id))
  if (!area) throw notFound()
  return area
}

/** Every area with its districts and how many crews go there. */
export const areasInFull = (ctx: Ctx) =>
  ctx.db
    .select({
      id: areas.id,
      nameZh: areas.nameZh,
      nameEn: areas.nameEn,
      cityZh: areas.cityZh,
      cityEn: areas.cityEn,
      districts: areas.districts,
      crews: sql<number>`(select count(*)::int from crew_areas where crew_areas.area_id = areas.id)`,
    })
    .from(areas)
    .orderBy(asc(areas.cityZh), asc(areas.id))

const factsOf = ({ seen: _, ...facts }: AreaForm): AreaFacts => facts

const changes = (before: AreaFacts | null, after: AreaFacts) =>
  Object.fromEntries(
    (Object.keys(after) as (keyof AreaFacts)[])
      .map((field) => [field, [before && String(before[field]), String(after[field])]] as const)
      .filter(([, [from, to]]) => from !== to),
  )

/** Two areas of one city don't share a name. */
async function refusingTwice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (databaseErrorCode(error) === uniqueViolation) throw refused('areaThere')
    throw error
  }
}
