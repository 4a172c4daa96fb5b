import { lte } from 'drizzle-orm'
import { ticketClocks } from '#db/schema/clocks.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import { settleTickets } from '#app/domain/clocks/index.server.ts'
import type { Db } from '#db/client.server.ts'
import { insertAll, withIds } from './insert.server.ts'
import type { Telling } from './telling.ts'

const atOnce = 200

/** Sets every ticket's clocks to how it stands; of what is overdue by now the managers know. */
export async function setClocks(db: Db, { tickets, now }: Telling): Promise<void> {
  const ids = tickets.map(({ id }) => id!)
  for (let from = 0; from < ids.length; from += atOnce) {
    await settleTickets(
      { db, actor: { kind: 'job' }, locale: 'zh-CN', now: () => now, transaction: true },
      ids.slice(from, from + atOnce),
    )
  }
  const overdue = await db
    .update(ticketClocks)
    .set({ escalatedAt: now })
    .where(lte(ticketClocks.dueAt, now))
    .returning({
      ticketId: ticketClocks.ticketId,
      clock: ticketClocks.kind,
      dueAt: ticketClocks.dueAt,
    })
  overdue.sort(
    (a, b) =>
      a.dueAt!.getTime() - b.dueAt!.getTime() ||
      a.ticketId - b.ticketId ||
      a.clock.localeCompare(b.clock),
  )
  const events = overdue.map(({ ticketId, clock, dueAt }) => ({
    ticketId,
    kind: 'overdue' as const,
    at: now,
    actorKind: 'job' as const,
    data: { clock, dueAt: dueAt!.toISOString() },
  }))
  await insertAll(db, ticketEvents, await withIds(db, ticketEvents, events))
}
