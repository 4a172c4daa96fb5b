import { and, asc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { ticketClocks } from '#db/schema/clocks.ts'
import { tickets } from '#db/schema/tickets.ts'
import { writeMessage } from '#app/domain/messages/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { recordEvent } from './record-event.server.ts'
import { afterSalesManagers } from './tell-managers.server.ts'

const atOnce = 200
/** A mail names so many; the others are behind its link. */
const named = 20

/**
 * Brings what is overdue before the after-sales managers, once: an entry in each ticket's history, and one mail to each
 * of them that names them all. Event, mark and mail are one transaction, and one run at a time does it, so that any
 * number of processes and a restart at any moment tell of each clock exactly once.
 * @returns how many clocks were told of here
 */
export async function escalateOverdue(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    if (!(await isOnlyRun(tx))) return 0
    const due = await overdueNow(tx)
    for (const { ticketId, kind, dueAt } of due) {
      await recordEvent(tx, { id: ticketId }, 'overdue', {
        clock: kind,
        dueAt: dueAt!.toISOString(),
      })
      await tx.db
        .update(ticketClocks)
        .set({ escalatedAt: tx.now() })
        .where(and(eq(ticketClocks.ticketId, ticketId), eq(ticketClocks.kind, kind)))
    }
    if (due.length > 0) await tellOverdue(tx, due)
    return due.length
  })
}

type Due = Awaited<ReturnType<typeof overdueNow>>

async function tellOverdue(tx: Tx, due: Due): Promise<void> {
  const list = due.slice(0, named).map(({ number, customer, product, kind, dueAt }) => ({
    ...{ number, customer, product, clock: kind },
    dueAt: dueAt!.toISOString(),
  }))
  for (const manager of await afterSalesManagers(tx)) {
    await writeMessage(tx, {
      template: 'tickets-overdue',
      recipient: manager.email,
      locale: manager.locale,
      staffId: manager.id,
      facts: { name: manager.name, count: due.length, list },
    })
  }
}

async function isOnlyRun(tx: Tx): Promise<boolean> {
  const [row] = (await tx.db.execute(
    sql`select pg_try_advisory_xact_lock(hashtext('escalate-overdue')) as mine`,
  )) as unknown as [{ mine: boolean }]
  return row.mine
}

/** Those that somebody is changing this moment are left for the next run. */
const overdueNow = (tx: Tx) =>
  tx.db
    .select({
      ticketId: ticketClocks.ticketId,
      kind: ticketClocks.kind,
      dueAt: ticketClocks.dueAt,
      number: tickets.number,
      customer: tickets.name,
      product: tickets.product,
    })
    .from(ticketClocks)
    .innerJoin(tickets, eq(tickets.id, ticketClocks.ticketId))
    .where(
      and(
        isNull(ticketClocks.escalatedAt),
        isNotNull(ticketClocks.dueAt),
        lte(ticketClocks.dueAt, tx.now()),
      ),
    )
    .orderBy(asc(ticketClocks.dueAt), asc(ticketClocks.ticketId))
    .limit(atOnce)
    .for('no key update', { skipLocked: true })
