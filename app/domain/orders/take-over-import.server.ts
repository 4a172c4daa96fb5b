import { eq } from 'drizzle-orm'
import { orderEvents, orderImports, orderLines, orders } from '#db/schema/customers.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { refuseClosed } from '#app/domain/stores/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { fillGaps } from './fill-gaps.server.ts'
import type { JudgedContract } from './judge-rows.server.ts'
import { findImport, judge } from './read-import.server.ts'
import { eventRow } from './record-event.server.ts'

/**
 * Enters the contracts of a file that are good and new, all at once, and adds to those that lack what it says. The same
 * file again, or a number that somebody entered meanwhile, enters nothing twice.
 * @returns how many were entered, and how many were added to
 * @throws DomainError conflict `importTaken`, `importNothing`, `storeClosed`; not_found
 */
export async function takeOverImport(
  ctx: Ctx<StaffActor>,
  id: string,
): Promise<{ entered: number; filled: number }> {
  authorize(ctx.actor, 'order:enter')
  return inTransaction(ctx, async (tx) => {
    const kept = await findImport({ ...tx, actor: ctx.actor }, id, { lock: true })
    if (kept.takenAt !== null) throw refused('importTaken')
    await refuseClosed(tx, kept.storeId)
    const { contracts } = await judge(tx, kept)
    const fresh = contracts.filter(({ standing }) => standing === 'new')
    const adding = contracts.filter(({ standing }) => standing === 'fills')
    if (fresh.length + adding.length === 0) throw refused('importNothing')
    const entered = await enterAll(tx, ctx.actor, kept, fresh)
    const filled = await fillGaps(tx, kept, adding)
    await tx.db.update(orderImports).set({ takenAt: tx.now() }).where(eq(orderImports.id, kept.id))
    await recordAudit(tx, 'order_imported', `order-import:${kept.id}`, {
      file: kept.fileName,
      contracts: entered,
      filled,
    })
    return { entered, filled }
  })
}

async function enterAll(
  tx: Tx,
  actor: StaffActor,
  { id: importId, storeId }: { id: string; storeId: number },
  contracts: JudgedContract[],
): Promise<number> {
  if (contracts.length === 0) return 0
  const kept = await tx.db
    .insert(orders)
    .values(
      contracts.map(({ contract, missing }) => ({
        ...contract,
        storeId,
        status: missing.length > 0 ? ('incomplete' as const) : ('entered' as const),
        enteredBy: actor.id,
        enteredAt: tx.now(),
      })),
    )
    .onConflictDoNothing({ target: orders.number })
    .returning({ id: orders.id, number: orders.number, status: orders.status })
  if (kept.length === 0) return 0
  const of = new Map(contracts.map((judged) => [judged.contract.number, judged]))
  await tx.db
    .insert(orderLines)
    .values(
      kept.flatMap(({ id, number }) =>
        of.get(number)!.lines.map((line, i) => ({ ...line, orderId: id, position: i + 1 })),
      ),
    )
  await tx.db.insert(orderEvents).values(
    kept.map((order) =>
      eventRow(tx, order, 'entered', {
        status: [null, order.status],
        missing: of.get(order.number)!.missing.map(({ field }) => field),
        imported: true,
        import: importId,
      }),
    ),
  )
  return kept.length
}
