import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { inboundMails } from '#db/schema/mail.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import {
  addMail,
  findTicket,
  readTicketNumber,
  registerCall,
  type RegisterCallForm,
} from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, enqueue, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, notFound, refused } from '#app/platform/errors.ts'
import { line } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { keptTicket, longestReply } from './judge-mail.server.ts'
import { isMailKey } from './mail-key.ts'

type Mail = typeof inboundMails.$inferSelect

export const PlaceMailForm = z.object({ number: line(40, 'validation:ticketNumber') })
export type PlaceMailForm = z.output<typeof PlaceMailForm>

/**
 * A colleague puts a mail on the ticket it belongs to; on the same one twice is once.
 * @returns the number of the ticket it stands on
 */
export async function placeMail(ctx: Ctx, id: string, form: PlaceMailForm): Promise<string> {
  authorize(ctx.actor, 'mail:review')
  const by = ctx.actor
  const number = readTicketNumber(form.number)
  if (number === null) throw invalid('mailTicketUnknown')
  return inTransaction(ctx, async (tx) => {
    const mail = await lockMail(tx, id)
    const ticket = await keptTicket(tx, (await theTicket(tx, number)).id)
    if (!ticket) throw invalid('mailTicketUnknown')
    if (mail.status === 'landed' && mail.ticketId === ticket.id) return ticket.number
    refuseDecided(mail)
    if (mail.status === 'failed') throw refused('mailUnread')
    const body = (mail.reply || mail.text || mail.subject || '—').slice(0, longestReply)
    const messageId = await addMail(tx, ticket, { inboundId: id, body })
    await decided(tx, by, id, { status: 'landed', ticketId: ticket.id, messageId })
    await recordAudit(tx, 'mail_decided', `mail:${id}`, { put: ticket.number })
    return ticket.number
  })
}

async function theTicket(tx: Tx, number: string) {
  try {
    return await findTicket(tx, number)
  } catch {
    throw invalid('mailTicketUnknown')
  }
}

/** Makes a new ticket of what a mail asks for and puts the mail on it. @returns its number */
export async function registerMail(
  ctx: Ctx<StaffActor>,
  id: string,
  form: RegisterCallForm,
): Promise<string> {
  authorize(ctx.actor, 'mail:review')
  if (!isMailKey(id)) throw notFound()
  const [mail] = await ctx.db.select().from(inboundMails).where(eq(inboundMails.id, id))
  if (!mail) throw notFound()
  if (mail.status !== 'landed') refuseDecided(mail)
  if (mail.status === 'failed') throw refused('mailUnread')
  // The key is the mail's own: sent twice, or by two colleagues, it is one ticket.
  const number = await registerCall(ctx, { ...form, submissionKey: `mail-${id}` })
  return placeMail(ctx, id, { number })
}

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

/** Takes a mail that was put aside out again, for as long as it is kept. */
export async function takeMailBack(ctx: Ctx, id: string): Promise<void> {
  authorize(ctx.actor, 'mail:review')
  await inTransaction(ctx, async (tx) => {
    const mail = await lockMail(tx, id)
    if (mail.status === 'review' || mail.status === 'failed') return
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

/** Held until the transaction ends, so that two colleagues don't decide at once. */
async function lockMail(tx: Tx, id: string): Promise<Mail> {
  if (!isMailKey(id)) throw notFound()
  const [mail] = await tx.db
    .select()
    .from(inboundMails)
    .where(eq(inboundMails.id, id))
    .for('update')
  if (!mail) throw notFound()
  return mail
}

function refuseDecided(mail: Mail): void {
  if (mail.status !== 'review' && mail.status !== 'failed') throw refused('mailDecided')
}

async function decided(
  tx: Tx,
  by: StaffActor,
  id: string,
  outcome: { status: 'landed' | 'discarded'; ticketId?: number; messageId?: number },
): Promise<void> {
  await tx.db
    .update(inboundMails)
    .set({ ...outcome, decidedBy: by.id, decidedAt: tx.now() })
    .where(eq(inboundMails.id, id))
}
