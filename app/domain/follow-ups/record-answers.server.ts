import { eq } from 'drizzle-orm'
import { ratings } from '#db/schema/follow-ups.ts'
import { keptOpenBy, moveTicket, recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { AnswersForm } from './answers-form.ts'
import {
  finishFollowUp,
  holdFollowUp,
  type OpenCall,
  visitOfCall,
} from './find-follow-up.server.ts'
import { openComplaint } from './open-complaint.server.ts'
import { isPoor, scoresOf } from './rating-form.ts'

/**
 * FU-2: keeps what the customer answered on the phone; the follow-up is done. An answer that is poor opens a
 * complaint about the visit (FU-4); otherwise a resolved ticket is closed.
 * @throws DomainError not_found, conflict when a colleague was quicker
 */
export async function recordAnswers(ctx: Ctx, id: number, form: AnswersForm): Promise<void> {
  authorize(ctx.actor, 'follow-up:call')
  await inTransaction(ctx, async (tx) => {
    const { attempt } = form
    const call = await holdFollowUp(tx, id, { attempt, outcome: 'answered', kind: 'visit' })
    if (!call) return
    const at = await finishFollowUp(tx, call)
    const rating = await keepRating(tx, call, form)
    const { ticket, followUp } = call
    if (isPoor(rating)) {
      const words = form.reason || rating.words
      await openComplaint(tx, ticket, visitOfCall(followUp), { ...rating, words })
    } else if (ticket.status === 'resolved' && !(await keptOpenBy(tx, ticket))) {
      await moveTicket(tx, ticket, 'closed', { closedAt: at })
      await recordEvent(tx, ticket, 'closed', { status: ['resolved', 'closed'] })
    }
  })
}

/** One rating a visit: what was said on the phone stands, what was given online stays in the history. */
async function keepRating(tx: Tx, { ticket, followUp }: OpenCall, form: AnswersForm) {
  const visit = visitOfCall(followUp)
  const visitId = visit.id
  const [before] = await tx.db.select().from(ratings).where(eq(ratings.visitId, visitId))
  const rating = {
    ...scoresOf(form),
    recommend: form.recommend ?? null,
    words: [form.reason, form.words].filter(Boolean).join('\n'),
  }
  const now = tx.now()
  const values = { ...rating, source: 'call' as const, wantsCall: false, updatedAt: now }
  await tx.db
    .insert(ratings)
    .values({ ...values, visitId, createdAt: now })
    .onConflictDoUpdate({ target: ratings.visitId, set: values })
  const earlier = before && {
    ...scoresOf(before),
    recommend: before.recommend,
    words: before.words,
    source: before.source,
  }
  await recordEvent(
    tx,
    ticket,
    'followed_up',
    {
      outcome: 'answered',
      attempt: form.attempt,
      ...rating,
      ...(earlier ? { before: earlier } : {}),
    },
    visit,
  )
  return rating
}
