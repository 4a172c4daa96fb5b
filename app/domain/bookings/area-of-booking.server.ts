import { areas } from '#db/schema/stores.ts'
import { type Area, findArea, listAreas } from '#app/domain/crews/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { BookingErrors } from './booking-form.server.ts'
import { type City, cityNamed } from './cities.ts'

/**
 * Where a booking is: the area its address names, else the one that was chosen; null when neither is known. What the
 * address says comes first, so that nobody is promised a window of somewhere else.
 */
export async function areaOfBooking(
  ctx: Ctx,
  {
    address = '',
    area,
  }: { address?: string | undefined; area?: string | number | null | undefined },
): Promise<Area | null> {
  if (await cityElsewhere(ctx, address)) return null
  const named = await findArea(ctx, address)
  if (named || !area) return named
  return (await listAreas(ctx)).find(({ id }) => id === Number(area)) ?? null
}

/**
 * The city an address plainly names, when nobody of ours goes there. Districts of many cities share their names:
 * the city tells them apart.
 */
export async function cityElsewhere(ctx: Ctx, address: string): Promise<City | null> {
  const city = cityNamed(address)
  if (!city) return null
  const said = address.toLowerCase()
  const ours = await ctx.db
    .select({ zh: areas.cityZh, en: areas.cityEn, districts: areas.districts })
    .from(areas)
  const served = ours.some(
    ({ zh, en, districts }) =>
      [zh, en].some((name) => name !== '' && said.includes(name.toLowerCase())) ||
      districts.some((name) => name.startsWith(city.zh)),
  )
  return served ? null : city
}

/** What is wrong with an address that leads to no area: its city, or only that it says no district. */
export const whyNoArea = async (ctx: Ctx, address = ''): Promise<BookingErrors> =>
  (await cityElsewhere(ctx, address))
    ? { address: 'validation:addressElsewhere' }
    : { area: 'validation:area' }

/** The areas with their cities, to choose from when an address was given that names none of them. */
export async function areasToChoose(
  ctx: Ctx,
  address = '',
): Promise<{ id: number; name: string }[]> {
  if (address === '' || (await findArea(ctx, address))) return []
  const english = ctx.locale === 'en'
  const all = await ctx.db.select().from(areas).orderBy(areas.cityZh, areas.id)
  return all.map(({ id, nameZh, nameEn, cityZh, cityEn }) => ({
    id,
    name: english ? `${nameEn}, ${cityEn}` : `${cityZh} ${nameZh}`,
  }))
}
