import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { customers } from '#db/schema/customers.ts'
import { inboundMails } from '#db/schema/mail.ts'
import { attachments, tickets } from '#db/schema/tickets.ts'
import { readTicketNumber, visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { isMailKey } from './mail-key.ts'

type Mail = typeof inboundMails.$inferSelect

/** Why a ticket is suggested; a colleague decides, a suggestion never does. */
export type SuggestedBy = 'link' | 'number' | 'address'

/** One mail in full, with where it might belong. @throws DomainError not_found */
export async function readMail(ctx: Ctx<StaffActor>, id: string) {
  authorize(ctx.actor, 'mail:review')
  if (!isMailKey(id)) throw notFound()
  const [row] = await ctx.db
    .select({ mail: inboundMails, ticket: tickets.number, decidedBy: staff.name })
    .from(inboundMails)
    .leftJoin(tickets, eq(tickets.id, inboundMails.ticketId))
    .leftJoin(staff, eq(staff.id, inboundMails.decidedBy))
    .where(eq(inboundMails.id, id))
  if (!row) throw notFound()
  const { mail, ticket, decidedBy } = row
  const open = mail.status === 'review'
  const [files, suggested, sender] = await Promise.all([
    filesOf(ctx, id),
    open ? suggestionsFor(ctx, mail, ticket) : [],
    open ? customerOf(ctx, mail.fromAddress) : null,
  ])
  return {
    id: mail.id,
    from: mail.fromAddress,
    name: mail.fromName,
    to: mail.toAddresses,
    subject: mail.subject,
    text: mail.text,
    reply: mail.reply,
    receivedAt: mail.receivedAt.toISOString(),
    status: mail.status,
    reason: mail.reason,
    error: mail.error,
    ticket: mail.status === 'landed' ? ticket : null,
    decidedBy,
    decidedAt: mail.decidedAt?.toISOString() ?? null,
    files,
    suggested,
    sender,
  }
}

const filesOf = (ctx: Ctx, id: string) =>
  ctx.db
    .select({
      id: attachments.id,
      name: attachments.originalName,
      contentType: attachments.contentType,
    })
    .from(attachments)
    .where(eq(attachments.inboundId, id))
    .orderBy(attachments.createdAt, attachments.id)

const few = 6

async function suggestionsFor(ctx: Ctx, mail: Mail, linked: string | null) {
  const numbers = numbersIn(`${mail.subject}\n${mail.text ?? ''}`)
  const columns = {
    number: tickets.number,
    name: tickets.name,
    email: tickets.email,
    product: tickets.product,
    status: tickets.status,
    createdAt: tickets.createdAt,
  }
  const named = [...new Set([...(linked ? [linked] : []), ...numbers])]
  const [byNumber, byAddress] = await Promise.all([
    named.length === 0
      ? []
      : ctx.db
          .select(columns)
          .from(tickets)
          .where(and(inArray(tickets.number, named), visibleTickets(ctx.actor)))
          .limit(few),
    ctx.db
      .select(columns)
      .from(customers)
      .innerJoin(tickets, eq(tickets.customerId, customers.id))
      .where(
        and(ofAddress(mail.fromAddress), isNull(tickets.mergedIntoId), visibleTickets(ctx.actor)),
      )
      .orderBy(desc(tickets.createdAt))
      .limit(few),
  ])
  const found = new Map<string, (typeof byNumber)[number] & { by: SuggestedBy }>()
  for (const one of byNumber) {
    found.set(one.number, { ...one, by: one.number === linked ? 'link' : 'number' })
  }
  for (const one of byAddress) {
    if (!found.has(one.number)) found.set(one.number, { ...one, by: 'address' })
  }
  return [...found.values()].map(({ createdAt, ...one }) => ({
    ...one,
    createdAt: createdAt.toISOString(),
  }))
}

/** Kept as it was typed: the index knows the two spellings people use. */
const ofAddress = (address: string) =>
  or(eq(customers.email, address), eq(customers.email, address.toLowerCase()))

async function customerOf(ctx: Ctx, address: string) {
  const [customer] = await ctx.db
    .select({ name: customers.name, phone: customers.phone, address: customers.address })
    .from(customers)
    .where(and(ofAddress(address), isNull(customers.mergedIntoId), isNull(customers.erasedAt)))
    .limit(1)
  return customer ?? null
}

/** Ticket numbers whose check digit is right. */
function numbersIn(text: string): string[] {
  const typed = text.slice(0, 20_000).match(/R\s?\d{6,15}\s?[-–—]\s?\d/gi) ?? []
  const read = typed.map((one) => readTicketNumber(one)).filter((one) => one !== null)
  return [...new Set(read)].slice(0, few)
}
