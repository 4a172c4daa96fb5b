import type { Db } from '#db/client.server.ts'
import { windows } from '#db/schema/bookings.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { only } from './serial.ts'
import { anArea } from './stores.ts'

/**
 * Wednesday from half past one to half past three, two repairs of an hour. Its capacity is what is told here: no crew
 * stands behind it until the windows are counted again.
 */
export async function aWindow(db: Db, facts: Partial<typeof windows.$inferInsert> = {}) {
  const startsAt = facts.startsAt ?? new Date('2026-03-11T05:30:00Z')
  const values = {
    areaId: facts.areaId ?? (await anArea(db)).id,
    service: 'repair' as const,
    day: dayOf(startsAt),
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
    placeMinutes: 60,
    capacityMinutes: 120,
    ...facts,
  }
  return only(await db.insert(windows).values(values).returning())
}
