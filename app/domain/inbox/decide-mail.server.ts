import { and, eq } from 'drizzle-orm'
import { inboundMails } from '#db/schema/mail.ts'
import { attachments, ticketMessages } from '#db/schema/tickets.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { addNote, findTicketById } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, enqueue, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { decided, lockMail, refuseDecided } from './hold-mail.server.ts'

/** Puts a mail aside: it belongs to no ticket. */
export async function discardMail(ctx: Ctx, id: string): Promise<void> {
  authorize(ctx.actor, 'mail:review')
  const by = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const mail = await lockMail(tx, id)
    if (mail.status === 'discarded') return
    refuseDecided(mail)
    await decided(tx, by, id, { status: 'discarded' })
    await recordAudit(tx, 'mail_decided', `mail:${id}`, { discarded: mail.fromAddress })
  })
}

/**
 * Takes a mail that was put aside out again, for as long as it is kept, or off the ticket on which a colleague put it:
 * its words and files leave the conversation, a note says so.
 * @throws DomainError conflict for one that found its ticket by itself
 */
export async function takeMailBack(ctx: Ctx, id: string): Promise<void> {
  authorize(ctx.actor, 'mail:review')
  const by = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const mail = await lockMail(tx, id)
    if (mail.status === 'review' || mail.status === 'failed') return
    if (mail.status === 'landed' && mail.decidedBy !== null) return takeOff(tx, by, mail)
    if (mail.status !== 'discarded') throw refused('mailDecided')
    const status = mail.reason === null ? ('failed' as const) : ('review' as const)
    await tx.db
      .update(inboundMails)
      .set({ status, decidedBy: null, decidedAt: null })
      .where(eq(inboundMails.id, id))
    await recordAudit(tx, 'mail_decided', `mail:${id}`, { back: mail.fromAddress })
  })
}

/** Lets a mail that couldn't be read from the provider be read again. */
export async function readMailAgain(ctx: Ctx, id: string): Promise<void> {
  authorize(ctx.actor, 'mail:review')
  await inTransaction(ctx, async (tx) => {
    const mail = await lockMail(tx, id)
    if (mail.status === 'fetching') return
    if (mail.status !== 'failed') throw refused('mailDecided')
    await tx.db.update(inboundMails).set({ status: 'fetching' }).where(eq(inboundMails.id, id))
    await enqueue(tx, 'fetch-mail', { inboundId: id }, { key: `mail:${id}` })
  })
}

async function takeOff(tx: Tx, by: StaffActor, mail: Awaited<ReturnType<typeof lockMail>>) {
  const { id, ticketId, messageId } = mail
  if (ticketId === null || messageId === null) throw refused('mailDecided')
  const ticket = await findTicketById(tx, ticketId, { lock: true })
  await tx.db
    .update(inboundMails)
    .set({
      status: 'review',
      reason: mail.reason ?? 'no_link',
      ticketId: null,
      messageId: null,
      decidedBy: null,
      decidedAt: null,
    })
    .where(eq(inboundMails.id, id))
  await tx.db
    .update(attachments)
    .set({ ticketId: null, messageId: null })
    .where(and(eq(attachments.inboundId, id), eq(attachments.messageId, messageId)))
  await tx.db.delete(ticketMessages).where(eq(ticketMessages.id, messageId))
  await addNote(tx, by, ticket, {
    body: translate(tx.locale)('mailbox:takenOff', { subject: mail.subject || mail.fromAddress }),
    submissionKey: `mail-off-${messageId}`.padEnd(20, '-'),
  })
  await recordAudit(tx, 'mail_decided', `mail:${id}`, { off: ticket.number })
}
