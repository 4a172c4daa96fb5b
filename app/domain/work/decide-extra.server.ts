import { and, eq, isNull, sql } from 'drizzle-orm'
import { visitExtras } from '#db/schema/work.ts'
import { visits } from '#db/schema/visits.ts'
import { recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import {
  acceptConsent,
  findOwnVisit,
  isSigned,
  keepConsent,
  lockVisit,
  ownVisits,
  type Visit,
} from '#app/domain/visits/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { DecideExtraAsCustomerForm, DecideExtraForm } from './extra-form.ts'

/**
 * VS-7: the customer's yes or no on the crew's phone, by name and, when there was time for it, by hand; or the crew's
 * own change of mind. Said twice it is said once; once said, nothing else is said to it.
 */
export async function decideExtra(
  ctx: Ctx,
  visitId: number,
  { extra, decision, name, drawing: drawn }: DecideExtraForm,
): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  await findOwnVisit(ctx, visitId)
  const withdrawn = decision === 'withdrawn'
  const drawing = await acceptConsent(withdrawn ? null : drawn)
  await inTransaction(ctx, async (tx) => {
    const held = await lockVisit(tx, visitId, ownVisits(tx.actor))
    const said = { decision, decidedBy: withdrawn ? null : name, via: 'phone' as const }
    if (!(await decide(tx, held, extra, said))) return
    await keepConsent(tx, drawing, { ...held, about: extra, name: 'extra' })
  })
}

/** The same from the customer's own page. */
export async function decideExtraAsCustomer(
  ctx: Ctx<CustomerActor>,
  visitId: number,
  { extra, decision, name }: DecideExtraAsCustomerForm,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const held = await lockVisit(tx, visitId, eq(visits.ticketId, ctx.actor.ticketId))
    await decide(tx, held, extra, { decision, decidedBy: name, via: 'link' })
  })
}

type Said = Required<Pick<typeof visitExtras.$inferInsert, 'decision' | 'decidedBy' | 'via'>>

/** @returns whether it was news */
async function decide(
  tx: Tx,
  { visit, ticket }: { visit: Visit; ticket: Ticket },
  key: string,
  said: Said,
): Promise<boolean> {
  const [extra] = await tx.db
    .select()
    .from(visitExtras)
    .where(and(eq(visitExtras.key, key), eq(visitExtras.visitId, visit.id)))
  if (!extra) throw notFound()
  if (extra.decision !== null) {
    if (extra.decision !== said.decision) throw refused('extraDecided')
    return false
  }
  if (visit.status === 'cancelled') throw refused('visitCancelled')
  if (await isSigned(tx, visit.id)) throw refused('visitSigned')
  await tx.db
    .update(visitExtras)
    .set({ ...said, decidedAt: tx.now() })
    .where(eq(visitExtras.id, extra.id))
  const { what, minutes, price } = extra
  const data = { what, minutes, price, decision: said.decision, by: said.decidedBy }
  await recordEvent(tx, ticket, 'extra_decided', data, visit)
  return true
}

/** Whether something was proposed to which nobody has said anything yet. */
export async function hasUndecidedExtra(ctx: Ctx, visitId: number): Promise<boolean> {
  const [open] = await ctx.db
    .select({ one: sql<number>`1` })
    .from(visitExtras)
    .where(and(eq(visitExtras.visitId, visitId), isNull(visitExtras.decision)))
    .limit(1)
  return open !== undefined
}
