import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { inboundMails } from '#db/schema/mail.ts'
import { attachments } from '#db/schema/tickets.ts'
import { heldMessages } from '#app/domain/messages/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

const longest = 500

/** What belongs to the messages and notes of a conversation: their files, the mail they came by, what still waits. */
export async function talkExtras(ctx: Ctx, ticketIds: number[]) {
  const [files, mails, held] = await Promise.all([
    ctx.db
      .select({
        id: attachments.id,
        messageId: attachments.messageId,
        noteId: attachments.noteId,
        name: attachments.originalName,
        contentType: attachments.contentType,
      })
      .from(attachments)
      .where(
        and(
          inArray(attachments.ticketId, ticketIds),
          or(isNotNull(attachments.messageId), isNotNull(attachments.noteId)),
        ),
      )
      .orderBy(asc(attachments.createdAt), asc(attachments.id))
      .limit(longest),
    ctx.db
      .select({ id: inboundMails.id, messageId: inboundMails.messageId })
      .from(inboundMails)
      .where(and(inArray(inboundMails.ticketId, ticketIds), eq(inboundMails.status, 'landed')))
      .limit(longest),
    heldMessages(ctx, ticketIds),
  ])
  return { files, mails, held }
}
export type TalkExtras = Awaited<ReturnType<typeof talkExtras>>
