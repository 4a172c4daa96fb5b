import { eq } from 'drizzle-orm'
import { inspectionAnswers } from '#db/schema/follow-ups.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { AnswersForm } from './answers-form.ts'
import { finishFollowUp, holdFollowUp } from './find-follow-up.server.ts'
import { openComplaint } from './open-complaint.server.ts'
import { isPoor, scoresOf } from './rating-form.ts'

/**
 * FU-5: keeps what was answered on an inspection call, beside the visit's rating, which stays as it was given. A poor
 * answer opens a complaint (FU-4); the ticket stays as it is.
 * @throws DomainError not_found, conflict when a colleague was quicker
 */
export async function recordInspection(ctx: Ctx, id: number, form: AnswersForm): Promise<void> {
  authorize(ctx.actor, 'follow-up:inspect')
  const { id: by } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const { attempt } = form
    const call = await holdFollowUp(tx, id, { attempt, outcome: 'answered', kind: 'inspection' })
    if (!call) return
    const at = await finishFollowUp(tx, call)
    const answers = {
      ...scoresOf(form),
      recommend: form.recommend ?? null,
      words: [form.reason, form.words].filter(Boolean).join('\n'),
    }
    await tx.db.insert(inspectionAnswers).values({ followUpId: id, ...answers, at, by })
    const { ticket, followUp } = call
    const visit = followUp.visitId === null ? null : { id: followUp.visitId }
    const told = { outcome: 'answered', call: 'inspection', attempt, ...answers }
    await recordEvent(tx, ticket, 'followed_up', told, visit ?? undefined)
    if (!isPoor(answers)) return
    await openComplaint(tx, ticket, visit, { ...answers, words: form.reason || answers.words })
  })
}

/** What was answered on an inspection call; null while nobody has. */
export async function inspectionOf(ctx: Ctx, followUpId: number) {
  const [row] = await ctx.db
    .select()
    .from(inspectionAnswers)
    .where(eq(inspectionAnswers.followUpId, followUpId))
  if (!row) return null
  return { scores: scoresOf(row), recommend: row.recommend, words: row.words }
}
