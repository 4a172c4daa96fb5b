import { and, eq } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { isMessageKey } from './message-key.ts'
import { fillLinks, hideLinks } from './private-text.server.ts'
import { heldNow } from './release-message.server.ts'
import { visibleMessages } from './visible-messages.server.ts'

/**
 * One mail in full. One that was sent keeps its private links to its reader; one that wasn't can be passed on with
 * them. @throws DomainError not_found
 */
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
    channel: message.channel,
    status: message.status,
    recipient: message.recipient,
    locale: message.locale,
    subject: message.subject,
    text: message.text && shown(ctx, message.text, message.status === 'sent'),
    attempts: message.attempts,
    error: message.error,
    held: heldNow(ctx, message),
    createdAt: message.createdAt.toISOString(),
    sentAt: message.sentAt?.toISOString() ?? null,
    ticketNumber,
  }
}

const shown = (ctx: Ctx, text: string, sent: boolean) =>
  sent ? hideLinks(text, translate(ctx.locale)('admin:messages.hiddenLink')) : fillLinks(text)
