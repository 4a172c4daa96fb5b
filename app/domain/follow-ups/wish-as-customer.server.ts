import { and, eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { findTicketById } from '#app/domain/tickets/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { keepWish } from './keep-wish.server.ts'
import type { WishForm } from './wish-form.ts'

/**
 * VS-9: the customer says when and how they would like to be asked how it went, as long as nobody has; whoever wants no
 * call stays with the caller, who sees it. The same wish twice changes nothing.
 * @throws DomainError not_found, conflict `followUpOver`
 */
export async function wishAsCustomer(
  ctx: Ctx<CustomerActor>,
  visitId: number,
  wish: WishForm,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    const [call] = await tx.db
      .select()
      .from(followUps)
      .where(
        and(
          eq(followUps.visitId, visitId),
          eq(followUps.kind, 'visit'),
          eq(followUps.ticketId, ticket.id),
        ),
      )
      .for('update')
    if (!call) throw notFound()
    if (call.wishPart === wish.wishPart && call.wishWay === wish.wishWay) return
    if (call.status !== 'due') throw refused('followUpOver')
    await keepWish(tx, visitId, wish)
  })
}
