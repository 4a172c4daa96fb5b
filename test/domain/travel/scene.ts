import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { settings } from '#db/schema/settings.ts'
import { readGazetteer } from '#app/domain/travel/index.server.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { anonymous, contextOf, tuesdayMorning } from '#test/factories/context.ts'

/** Settings as they stand, whoever set them; `null` is one nobody set. */
export async function setTo(db: Db, facts: Partial<Settings>) {
  for (const [key, value] of Object.entries(facts)) {
    if (value === null) {
      await db.delete(settings).where(eq(settings.key, key))
      continue
    }
    const row = { value, updatedAt: tuesdayMorning }
    await db
      .insert(settings)
      .values({ key, ...row })
      .onConflictDoUpdate({ target: settings.key, set: row })
  }
}

/** A context and what it reads of places. */
export async function places(db: Db) {
  const ctx = contextOf(db, anonymous)
  return { ctx, gazetteer: await readGazetteer(ctx) }
}

export const square = { lat: 31.2304, lng: 121.4737 }
export const expo = { lat: 31.185, lng: 121.495 }
export const airport = { lat: 31.1443, lng: 121.8083 }

/** So many places around the square, none on another. */
export const around = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    point: { lat: 31.1 + (i % 20) * 0.01, lng: 121.3 + Math.floor(i / 20) * 0.01 },
    areaId: null,
  }))
