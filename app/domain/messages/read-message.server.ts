import { and, eq } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { isMessageKey } from './message-key.ts'
import { fillLinks } from './private-text.server.ts'
import { visibleMessages } from './visible-messages.server.ts'

/** One mail in full, as its reader gets it. @throws DomainError not_found */
export async function readMessage(ctx: Ctx, id: string) {
  authorize(ctx.actor, 'message-log:read')
  if (!isMessageKey(id)) throw notFound()
  const [row] = await ctx.db
    .select({ message: messages, ticketNumber: tickets.number })
    .from(messages)
    .leftJoin(tickets, eq(tickets.id, messages.ticketId))
    .where(and(eq(messages.id, id), visibleMessages(ctx.actor)))
  if (!row) throw notFound()
  const { message, ticketNumber } = row
  return {
    id: message.id,
    template: message.template,
    status: message.status,
    recipient: message.recipient,
    locale: message.locale,
    subject: message.subject,
    text: message.text === null ? null : fillLinks(message.text),
    attempts: message.attempts,
    error: message.error,
    createdAt: message.createdAt.toISOString(),
    sentAt: message.sentAt?.toISOString() ?? null,
    ticketNumber,
  }
}
