import { asc, eq, sql } from 'drizzle-orm'
import { areas } from '#db/schema/stores.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, databaseErrorCode, inTransaction } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { type Point, pointText } from '#app/platform/point.ts'
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
  /** In the order of the districts. */
  districtPoints: Record<string, Point>
  middle: Point | null
  speedKmh: number
}

/** A new area; it has windows once a crew goes there. @returns its key */
export async function addArea(ctx: Ctx, form: AreaForm): Promise<number> {
  authorize(ctx.actor, 'supply:manage')
  const facts = factsOf(form)
  return refusingTwice(() =>
    inTransaction(ctx, async (tx) => {
      await refuseTakenDistricts(tx, facts)
      const [area] = await tx.db.insert(areas).values(columnsOf(facts)).returning({ id: areas.id })
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
      await tx.db.update(areas).set(columnsOf(after)).where(eq(areas.id, id))
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
      districtPoints: areas.districtPoints,
      lat: areas.lat,
      lng: areas.lng,
      speedKmh: areas.speedKmh,
    })
    .from(areas)
    .where(eq(areas.id, id))
  if (!area) throw notFound()
  const { lat, lng, speedKmh, districtPoints, ...names } = area
  return {
    ...names,
    districtPoints: inOrder(names.districts, districtPoints),
    middle: lat === null || lng === null ? null : { lat, lng },
    speedKmh,
  }
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

/** In one order of keys whatever their source: two states are compared by what they are written as. */
const factsOf = (form: AreaForm): AreaFacts => ({
  nameZh: form.nameZh,
  nameEn: form.nameEn,
  cityZh: form.cityZh,
  cityEn: form.cityEn,
  districts: form.districts,
  districtPoints: form.districtPoints,
  middle: form.middle,
  speedKmh: form.speedKmh,
})

const inOrder = (names: string[], points: Record<string, Point>) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const point = points[name]
      return point ? [[name, { lat: point.lat, lng: point.lng }]] : []
    }),
  )

const columnsOf = ({ middle, ...facts }: AreaFacts) => ({
  ...facts,
  lat: middle?.lat ?? null,
  lng: middle?.lng ?? null,
})

const changes = (before: AreaFacts | null, after: AreaFacts) =>
  Object.fromEntries(
    (Object.keys(after) as (keyof AreaFacts)[])
      .map((field) => [field, [before && said(before, field), said(after, field)]] as const)
      .filter(([, [from, to]]) => from !== to),
  )

function said(facts: AreaFacts, field: keyof AreaFacts): string | null {
  if (field === 'middle') return facts.middle && pointText(facts.middle)
  if (field !== 'districtPoints') return String(facts[field])
  const known = Object.entries(facts.districtPoints)
  return known.map(([name, point]) => `${name} ${pointText(point)}`).join('; ') || null
}

/** Two areas of one city don't share a name. */
async function refusingTwice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (databaseErrorCode(error) === uniqueViolation) throw refused('areaThere')
    throw error
  }
}
