import type { Db } from '#db/client.server.ts'
import { promises } from '#db/schema/promises.ts'
import { tuesdayMorning } from './context.ts'
import { only } from './serial.ts'
import { aConfirmedVisit } from './visits.ts'

type Visit = Awaited<ReturnType<typeof aConfirmedVisit>>

/** The window of a visit, promised when it was agreed, and open. */
export async function aPromise(
  db: Db,
  { visit, ...facts }: Partial<typeof promises.$inferInsert> & { visit?: Visit } = {},
) {
  const { id, ticketId, windowStart, windowEnd } = visit ?? (await aConfirmedVisit(db))
  const values = {
    ...{ visitId: id, ticketId, windowStart, windowEnd },
    origin: 'confirmed' as const,
    madeAt: tuesdayMorning,
    ...facts,
  }
  return only(await db.insert(promises).values(values).returning())
}
