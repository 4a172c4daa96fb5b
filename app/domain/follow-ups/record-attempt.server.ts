import { eq } from 'drizzle-orm'
import { followUpAttempts, followUps } from '#db/schema/follow-ups.ts'
import { maxAttempts } from '#db/vocabulary/follow-ups.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { serviceHours } from '#app/platform/service-hours.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours, addMinutes } from '#app/platform/time.server.ts'
import type { AttemptForm } from './attempt-form.ts'
import { type Attempt, holdFollowUp, type OpenCall } from './find-follow-up.server.ts'
import { nextCall } from './next-call.server.ts'

const longestPutOff = 30 * 24

/**
 * FU-3: keeps an attempt that brought no answers. Nobody there: tried again at another time of day, and after the
 * third time closed as unreachable. Asked to call back: due at that time, and not one of the three.
 * @throws DomainError not_found, conflict when a colleague was quicker, invalid when the time asked is past
 */
export async function recordAttempt(ctx: Ctx, id: number, form: AttemptForm): Promise<void> {
  authorize(ctx.actor, 'follow-up:call')
  const { id: by } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const { attempt, outcome, note } = form
    const call = await holdFollowUp(tx, id, { attempt, outcome })
    if (!call) return
    const change = await changeAfter(tx, call, form)
    const at = tx.now()
    await tx.db.insert(followUpAttempts).values({ followUpId: id, attempt, outcome, note, at, by })
    await tx.db.update(followUps).set(change).where(eq(followUps.id, id))
    const told = { outcome, attempt, note, ...(change.status ? { status: change.status } : {}) }
    const { visitId, kind } = call.followUp
    await recordEvent(
      tx,
      call.ticket,
      'followed_up',
      kind === 'visit' ? told : { ...told, call: kind },
      visitId === null ? undefined : { id: visitId },
    )
  })
}

type Change = Partial<typeof followUps.$inferInsert>

async function changeAfter(tx: Tx, { attempts }: OpenCall, form: AttemptForm): Promise<Change> {
  const now = tx.now()
  if (form.at) {
    if (form.at <= now || form.at > addHours(now, longestPutOff)) throw invalid('callBackPast')
    return { notBefore: form.at, dueAt: addMinutes(form.at, 60) }
  }
  const tried = unanswered(attempts)
  if (tried.length + 1 >= maxAttempts) return { status: 'unreachable', doneAt: now }
  const settings = await currentSettings(tx)
  return nextCall(now, tried, settings.nextAttemptHours, await serviceHours(tx, settings))
}

/** The attempts that count towards the three. */
export const unanswered = (attempts: readonly Attempt[]): Date[] =>
  attempts.filter(({ outcome }) => outcome === 'no_answer').map(({ at }) => at)
