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
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { DomainError, invalid, notFound, refused } from '#app/platform/errors.ts'
import { line } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { decided, lockMail, refuseDecided } from './hold-mail.server.ts'
import { keptTicket, longestReply } from './judge-mail.server.ts'
import { isMailKey } from './mail-key.ts'

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
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not_found') {
      throw invalid('mailTicketUnknown')
    }
    throw error
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
