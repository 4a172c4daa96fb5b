import { and, asc, desc, eq, gt, lt, or } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { EmailTemplate, MessageStatus } from '#db/vocabulary/messages.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { heldNow } from './release-message.server.ts'
import { visibleMessages } from './visible-messages.server.ts'

export interface MessageFilter {
  status: MessageStatus | null
  template: EmailTemplate | null
  /** The last row of the page before: time and key. */
  after: [Date, string] | null
}

const page = 50

/** Every mail, newest first, a page at a time; `next` continues where it ends. */
export async function listMessages(ctx: Ctx, { status, template, after }: MessageFilter) {
  authorize(ctx.actor, 'message-log:read')
  const rows = await ctx.db
    .select({
      id: messages.id,
      template: messages.template,
      channel: messages.channel,
      status: messages.status,
      recipient: messages.recipient,
      subject: messages.subject,
      attempts: messages.attempts,
      heldUntil: messages.heldUntil,
      createdAt: messages.createdAt,
      ticketNumber: tickets.number,
    })
    .from(messages)
    .leftJoin(tickets, eq(tickets.id, messages.ticketId))
    .where(
      and(
        visibleMessages(ctx.actor),
        status ? eq(messages.status, status) : undefined,
        template ? eq(messages.template, template) : undefined,
        after
          ? or(
              lt(messages.createdAt, after[0]),
              and(eq(messages.createdAt, after[0]), gt(messages.id, after[1])),
            )
          : undefined,
      ),
    )
    .orderBy(desc(messages.createdAt), asc(messages.id))
    .limit(page + 1)
  const shown = rows.slice(0, page)
  const last = shown.at(-1)
  return {
    messages: shown.map(({ createdAt, heldUntil, ...row }) => ({
      ...row,
      held: heldNow(ctx, { ...row, heldUntil }),
      createdAt: createdAt.toISOString(),
    })),
    next: rows.length > page && last ? `${last.createdAt.toISOString()},${last.id}` : null,
  }
}
