import { asc } from 'drizzle-orm'
import { areas } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Point } from '#app/platform/point.ts'

export interface GazetteerArea {
  id: number
  nameZh: string
  nameEn: string
  cityZh: string
  cityEn: string
  speedKmh: number
  middle: Point | null
}

/** Where things are: areas with their middles and speeds, districts with their points, the longest name first. */
export interface Gazetteer {
  areas: ReadonlyMap<number, GazetteerArea>
  districts: readonly { name: string; said: string; areaId: number; point: Point }[]
}

/** A ticket's columns. */
export interface Home {
  lat: number | null
  lng: number | null
  address: string
  areaId: number | null
}

/** Of an area that isn't known. */
const usualSpeed = 25

/** One query. */
export async function readGazetteer(ctx: Ctx): Promise<Gazetteer> {
  const rows = await ctx.db
    .select({
      id: areas.id,
      nameZh: areas.nameZh,
      nameEn: areas.nameEn,
      cityZh: areas.cityZh,
      cityEn: areas.cityEn,
      lat: areas.lat,
      lng: areas.lng,
      districtPoints: areas.districtPoints,
      speedKmh: areas.speedKmh,
    })
    .from(areas)
    .orderBy(asc(areas.id))
  const districts = rows
    .flatMap(({ id, districtPoints }) =>
      Object.entries(districtPoints).map(([name, point]) => ({
        name,
        said: name.toLowerCase(),
        areaId: id,
        point,
      })),
    )
    .sort((a, b) => b.name.length - a.name.length || a.areaId - b.areaId)
  return {
    areas: new Map(
      rows.map(({ lat, lng, districtPoints: _, ...area }) => [
        area.id,
        { ...area, middle: pointIn(lat, lng) },
      ]),
    ),
    districts,
  }
}

/**
 * Where a home is: its own point; else that of the longest district its address names, in its own area when that is
 * known; else its area's middle. Only its own is exact.
 */
export function pointOf(gazetteer: Gazetteer, home: Home): { point: Point; exact: boolean } | null {
  const own = pointIn(home.lat, home.lng)
  if (own) return { point: own, exact: true }
  const near =
    districtIn(gazetteer, home)?.point ?? gazetteer.areas.get(home.areaId ?? -1)?.middle ?? null
  return near && { point: near, exact: false }
}

/** Where a crew sets out in the morning: the middle of its home area. */
export const baseOf = (
  gazetteer: Gazetteer,
  { homeAreaId }: { homeAreaId: number | null },
): Point | null => gazetteer.areas.get(homeAreaId ?? -1)?.middle ?? null

export const speedIn = (gazetteer: Gazetteer, areaId: number | null): number =>
  gazetteer.areas.get(areaId ?? -1)?.speedKmh ?? usualSpeed

function districtIn({ areas, districts }: Gazetteer, { address, areaId }: Home) {
  const said = address.toLowerCase()
  const named = districts.filter(
    (one) => (areaId === null || one.areaId === areaId) && said.includes(one.said),
  )
  // Two cities may each have a district of one name.
  return (
    named.find(({ areaId: of }) => {
      const { cityZh = '', cityEn = '' } = areas.get(of) ?? {}
      return said.includes(cityZh.toLowerCase()) || said.includes(cityEn.toLowerCase())
    }) ?? named[0]
  )
}

const pointIn = (lat: number | null, lng: number | null): Point | null =>
  lat === null || lng === null ? null : { lat, lng }
