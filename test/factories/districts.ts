import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { windows } from '#db/schema/bookings.ts'
import { crewAreas } from '#db/schema/crews.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import { findTicketById } from '#app/domain/tickets/index.server.ts'
import { bookVisit, type Visit } from '#app/domain/visits/index.server.ts'
import { lockDays, makeWindowsOf } from '#app/domain/windows/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { instantAt } from '#app/platform/time.server.ts'
import { contextOf } from './context.ts'
import { aCrew } from './crews.ts'
import { only, serial } from './serial.ts'
import { anArea } from './stores.ts'
import { aTicket } from './tickets.ts'

/** The three days after the Tuesday of the tests. */
export const [wednesday, thursday, friday] = ['2026-03-11', '2026-03-12', '2026-03-13'] as const

const all: Skill[] = ['delivery', 'install', 'repair', 'survey']

/** An area with windows on three days (or those given), served by its own crews alone. */
export async function aDistrict(
  db: Db,
  {
    crews = 1,
    skills = all,
    days = [wednesday, thursday, friday],
  }: { crews?: number; skills?: Skill[]; days?: readonly string[] } = {},
) {
  const nameZh = `片区${serial()}号`
  const area = await anArea(db, { nameZh, districts: [nameZh] })
  for (let n = 0; n < crews; n++) {
    const crew = await aCrew(db, { skills, homeAreaId: area.id })
    await db.insert(crewAreas).values({ crewId: crew.id, areaId: area.id }).onConflictDoNothing()
  }
  await inTransaction(contextOf(db, { kind: 'job' }), (tx) => makeWindowsOf(tx, days))
  return area
}

/** The window of a service in an area that begins at this time of a day. */
export async function windowAt(
  db: Db,
  { areaId, service, day, from }: { areaId: number; service: Service; day: string; from: string },
) {
  return only(
    await db
      .select()
      .from(windows)
      .where(
        and(
          eq(windows.areaId, areaId),
          eq(windows.service, service),
          eq(windows.startsAt, instantAt(day, from)),
        ),
      ),
  )
}

export const windowNow = async (db: Db, id: number) =>
  only(await db.select().from(windows).where(eq(windows.id, id)))

/** A visit booked into a window, on a ticket of the window's area. */
export async function aBooking(
  db: Db,
  window: typeof windows.$inferSelect,
  { ticketId, after, minutes }: { ticketId?: number; after?: Visit; minutes?: number } = {},
): Promise<Visit> {
  const ticket = ticketId ?? (await aTicket(db, { areaId: window.areaId, kind: window.service })).id
  const ctx = contextOf(db, { kind: 'customer', ticketId: ticket })
  return inTransaction(ctx, async (tx) => {
    await lockDays(tx, [window.day])
    return bookVisit(tx, await findTicketById(tx, ticket, { lock: true }), {
      windowId: window.id,
      work: '上门',
      after,
      minutes,
    })
  })
}
