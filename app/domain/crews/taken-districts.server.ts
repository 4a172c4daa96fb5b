import { and, eq, ne, sql } from 'drizzle-orm'
import { areas } from '#db/schema/stores.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'

/**
 * An address names a district to say its area, so a city's areas share none; another city may have one of that name.
 * @param self the area that is changed
 */
export async function refuseTakenDistricts(
  tx: Tx,
  { cityZh, districts }: { cityZh: string; districts: string[] },
  self?: number,
) {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('districts'))`)
  const others = await tx.db
    .select({ nameZh: areas.nameZh, nameEn: areas.nameEn, districts: areas.districts })
    .from(areas)
    .where(and(eq(areas.cityZh, cityZh), self === undefined ? undefined : ne(areas.id, self)))
  for (const district of districts) {
    const other = others.find((area) =>
      area.districts.some((name) => name.toLowerCase() === district.toLowerCase()),
    )
    if (!other) continue
    throw refused('districtTaken', {
      district,
      area: tx.locale === 'en' ? other.nameEn : other.nameZh,
    })
  }
}
