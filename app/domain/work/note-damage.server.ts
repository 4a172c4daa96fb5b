import { and, eq } from 'drizzle-orm'
import { visitDamages } from '#db/schema/work.ts'
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
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { NoteDamageForm } from './note-damage-form.ts'

/**
 * VS-1: what was damaged before the work began, and who at the home has seen it: from the loading of the goods until
 * the work is finished. Somebody may have seen it later, until the visit is signed. The same form twice counts once.
 * @throws DomainError conflict `damageAcknowledged` when somebody else has seen it before
 */
export async function noteDamage(ctx: Ctx, visitId: number, form: NoteDamageForm): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { id: by } = ctx.actor
  await findOwnVisit(ctx, visitId)
  const drawing = await acceptConsent(form.drawing)
  await inTransaction(ctx, async (tx) => {
    const held = await lockVisit(tx, visitId, ownVisits(tx.actor))
    const key = form.damage ?? form.submissionKey
    const news = form.damage
      ? await acknowledge(tx, held, { key, by: form.acknowledgedBy })
      : await note(tx, held, { ...form, by })
    if (news) await keepConsent(tx, drawing, { ...held, about: key, name: 'damage' })
  })
}

interface Held {
  visit: Visit
  ticket: Ticket
}

/** @returns whether it was news, as `acknowledge` does */
async function note(
  tx: Tx,
  { visit, ticket }: Held,
  { what, acknowledgedBy, submissionKey: key, by }: NoteDamageForm & { by: string },
): Promise<boolean> {
  const noted = await tx.db
    .insert(visitDamages)
    .values({
      ...{ key, visitId: visit.id, what, at: tx.now(), by },
      ...(acknowledgedBy ? { acknowledgedBy, acknowledgedAt: tx.now() } : {}),
    })
    .onConflictDoNothing({ target: visitDamages.key })
    .returning({ id: visitDamages.id })
  if (noted.length === 0) return false
  if (visit.status === 'cancelled') throw refused('visitCancelled')
  if (visit.status === 'finished') throw refused('visitFinished')
  await recordEvent(tx, ticket, 'damage_noted', { what }, visit)
  return true
}

async function acknowledge(
  tx: Tx,
  { visit }: Held,
  { key, by }: { key: string; by: string },
): Promise<boolean> {
  const [damage] = await tx.db
    .select({ id: visitDamages.id, acknowledgedBy: visitDamages.acknowledgedBy })
    .from(visitDamages)
    .where(and(eq(visitDamages.key, key), eq(visitDamages.visitId, visit.id)))
  if (!damage) throw notFound()
  if (damage.acknowledgedBy === by) return false
  if (damage.acknowledgedBy !== null) {
    throw refused('damageAcknowledged', { name: damage.acknowledgedBy })
  }
  if (visit.status === 'cancelled') throw refused('visitCancelled')
  if (await isSigned(tx, visit.id)) throw refused('visitSigned')
  await tx.db
    .update(visitDamages)
    .set({ acknowledgedBy: by, acknowledgedAt: tx.now() })
    .where(eq(visitDamages.id, damage.id))
  return true
}
