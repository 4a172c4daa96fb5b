import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { tickets } from '#db/schema/tickets.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { optionalText } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { findTicket } from './find-ticket.server.ts'
import { openingOn } from './follow-up-at.server.ts'
import { recordEvent } from './record-event.server.ts'

export const LookAgainForm = z.discriminatedUnion('answered', [
  z.object({
    answered: z.literal('later'),
    /** `YYYY-MM-DD` */
    day: z.iso.date({ message: 'validation:day' }),
    reason: optionalText(500),
  }),
  z.object({ answered: z.literal('done') }),
])
export type LookAgainForm = z.output<typeof LookAgainForm>

/**
 * IN-7: a ticket is to be looked at again when the desk opens on a day, whatever happens until then; or what it
 * waited for is done. A paused one has its own day.
 */
export async function lookAgain(ctx: Ctx, number: string, form: LookAgainForm): Promise<void> {
  authorize(ctx.actor, 'ticket:triage')
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (form.answered === 'done') {
      if (ticket.followUpAt === null) return
      const pauseOver = ticket.pausedUntil ? await openingOn(tx, ticket.pausedUntil) : null
      if (
        pauseOver &&
        (pauseOver <= tx.now() || pauseOver.getTime() === ticket.followUpAt.getTime())
      )
        throw refused('pauseHasItsDay')
      await keep(pauseOver)
      await recordEvent(tx, ticket, 'look_again', { done: true })
      return
    }
    if (form.day <= dayOf(tx.now())) throw invalid('lookAgainInPast')
    if (ticket.status === 'paused') throw refused('pauseHasItsDay')
    if (ticket.status === 'cancelled') throw refused('ticketNotInState')
    const at = await openingOn(tx, form.day)
    if (ticket.followUpAt?.getTime() === at.getTime()) return
    await keep(at)
    await recordEvent(tx, ticket, 'look_again', { until: form.day, reason: form.reason })

    async function keep(followUpAt: Date | null) {
      await tx.db
        .update(tickets)
        .set({ followUpAt, updatedAt: tx.now() })
        .where(eq(tickets.id, ticket.id))
    }
  })
}
