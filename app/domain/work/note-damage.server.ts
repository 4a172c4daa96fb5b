import { and, eq, isNull } from 'drizzle-orm'
import { visitDamages } from '#db/schema/work.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import {
  acceptConsent,
  findOwnVisit,
  isSigned,
  keepConsent,
  lockVisit,
  ownVisits,
} from '#app/domain/visits/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { NoteDamageForm } from './note-damage-form.ts'

/**
 * VS-1: what was damaged before the work began, and who at the home has seen it; from the loading of the goods until
 * the work is finished. The same form sent twice is one damage; sent again with a name, it is acknowledged.
 */
export async function noteDamage(ctx: Ctx, visitId: number, form: NoteDamageForm): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { id: by } = ctx.actor
  await findOwnVisit(ctx, visitId)
  const drawing = await acceptConsent(form.drawing)
  const { what, acknowledgedBy, submissionKey: key } = form
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, visitId, ownVisits(tx.actor))
    const at = tx.now()
    const seen = acknowledgedBy
      ? { acknowledgedBy, acknowledgedAt: at }
      : { acknowledgedBy: null, acknowledgedAt: null }
    const noted = await tx.db
      .insert(visitDamages)
      .values({ key, visitId, what, at, by, ...seen })
      .onConflictDoNothing({ target: visitDamages.key })
      .returning({ id: visitDamages.id })
    if (noted.length > 0) {
      if (visit.status === 'cancelled') throw refused('visitCancelled')
      if (visit.status === 'finished') throw refused('visitFinished')
      await recordEvent(tx, ticket, 'damage_noted', { what }, visit)
    } else if (await isSigned(tx, visitId)) {
      return
    } else if (acknowledgedBy) {
      await tx.db
        .update(visitDamages)
        .set(seen)
        .where(
          and(
            eq(visitDamages.key, key),
            eq(visitDamages.visitId, visitId),
            isNull(visitDamages.acknowledgedBy),
          ),
        )
    }
    await keepConsent(tx, drawing, { ticket, visit, about: key, name: 'damage' })
  })
}
