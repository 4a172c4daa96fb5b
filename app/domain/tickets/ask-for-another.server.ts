import { and, desc, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { ticketEvents, ticketMessages } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused, tooMany } from '#app/platform/errors.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import type { AnotherPersonForm } from './another-person-form.ts'
import { findTicketById } from './find-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'

const perTicket = { name: 'another-person', attempts: 10, seconds: 3600 }

/**
 * IN-9: the customer asks that somebody else comes or handles it: said in the conversation, and before the manager.
 * The same form sent twice is one.
 * @throws DomainError conflict `ticketNotInState`, `askedForAnother`; too_many
 */
export async function askForAnother(
  ctx: Ctx<CustomerActor>,
  { who, words, submissionKey }: z.output<typeof AnotherPersonForm>,
): Promise<void> {
  const wait = await countAttempt(ctx, perTicket, String(ctx.actor.ticketId))
  if (wait > 0) throw tooMany('wroteTooOften', wait)
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    const [same] = await tx.db
      .select({ id: ticketMessages.id })
      .from(ticketMessages)
      .where(eq(ticketMessages.submissionKey, submissionKey))
    if (same) return
    if (!openTicketStatuses.some((status) => status === ticket.status)) {
      throw refused('matterOver')
    }
    if (await askedForAnother({ ...tx, actor: ctx.actor })) throw refused('askedForAnother')
    const [message] = await tx.db
      .insert(ticketMessages)
      .values({
        ticketId: ticket.id,
        direction: 'from_customer',
        body: [translate(tx.locale)(`track:another.message.${who}`), words]
          .filter(Boolean)
          .join('\n'),
        submissionKey,
        createdAt: tx.now(),
      })
      .returning({ id: ticketMessages.id })
    await recordEvent(tx, ticket, 'message_from_customer', { messageId: message!.id })
    await recordEvent(tx, ticket, 'other_person_asked', { who, note: words })
  })
}

/** When the customer last asked for somebody else, unless the matter has come into other hands since. */
export async function askedForAnother(ctx: Ctx<CustomerActor>): Promise<Date | null> {
  const [last] = await ctx.db
    .select({ kind: ticketEvents.kind, at: ticketEvents.at })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ctx.actor.ticketId),
        inArray(ticketEvents.kind, ['other_person_asked', 'owner_changed', 'handover_taken']),
      ),
    )
    .orderBy(desc(ticketEvents.id))
    .limit(1)
  return last?.kind === 'other_person_asked' ? last.at : null
}
