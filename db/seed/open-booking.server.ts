import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { services, windows } from '#db/schema/bookings.ts'
import { areas } from '#db/schema/stores.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { scheduleReminder } from '#app/domain/visits/index.server.ts'
import { daysAhead, makeWindowsOf, refreshWindows } from '#app/domain/windows/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { addDays } from '#app/platform/time.server.ts'
import { windowOf } from './roster.server.ts'
import type { Telling } from './telling.ts'

/** Makes the windows of the days ahead, ties what is booked to its own, and closes one. */
export async function openBooking(db: Db, telling: Telling): Promise<void> {
  const { now, tickets } = telling
  const tx: Tx = { db, actor: { kind: 'job' }, locale: 'zh-CN', now: () => now, transaction: true }
  const days = await daysAhead(tx)
  await makeWindowsOf(tx, days)
  await tieVisits(db)
  await closeOne(db, telling)
  await refreshWindows(tx, { days: days.slice(0, 10) })
  for (const { id, row } of tickets.flatMap((ticket) => ticket.visits)) {
    if (row.status === 'confirmed')
      await scheduleReminder(tx, { id: id!, windowStart: row.windowStart })
  }
}

async function tieVisits(db: Db): Promise<void> {
  await db
    .update(visits)
    .set({ windowId: sql`${windows.id}` })
    .from(tickets)
    .innerJoin(windows, eq(windows.areaId, tickets.areaId))
    .innerJoin(services, eq(services.key, windows.service))
    .where(
      and(
        eq(tickets.id, visits.ticketId),
        eq(services.skill, visits.skill),
        eq(windows.startsAt, visits.windowStart),
        eq(windows.endsAt, visits.windowEnd),
        ne(visits.status, 'cancelled'),
      ),
    )
}

async function closeOne(db: Db, { today, now, team }: Telling): Promise<void> {
  const { start } = windowOf(addDays(today, 5), 0)
  const park = db.select({ id: areas.id }).from(areas).where(eq(areas.nameZh, '工业园区'))
  await db
    .update(windows)
    .set({ closedAt: now, closedBy: team.dispatcher.id, closeReason: '仓库盘点，上午不发车' })
    .where(
      and(
        eq(windows.service, 'delivery'),
        eq(windows.startsAt, start),
        inArray(windows.areaId, park),
      ),
    )
}
