import { and, eq, isNull } from 'drizzle-orm'
import { attachments, type tickets } from '#db/schema/tickets.ts'
import type { ReturnWish } from '#db/vocabulary/returns.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import {
  findDraft,
  lockDraft,
  makePrivateLink,
  markSent,
  registerTicket,
  sameForm,
  type SentForm,
  sentForm,
  withAnswers,
} from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { type LineToReturn, type OrderToReturn, orderToReturn } from './ask-draft.server.ts'
import type { AskAnswers } from './ask-steps.ts'
import {
  type AskErrors,
  askErrorsIn,
  askKind,
  type CustomerAsk,
  CustomerAskForm,
} from './customer-ask-form.server.ts'
import { openCase } from './open-case.server.ts'

export type AskOutcome =
  { ok: true; sent: SentForm } | { ok: false; answers: AskAnswers; errors: AskErrors }

/**
 * RX-1: makes a ticket and its return of what a customer asked for, once, however often it is sent. Answers that
 * don't do are told; an order that isn't theirs is told like one that isn't there.
 * @param address where the request came from
 * @throws DomainError conflict `askAlreadySent` when it was sent with other answers; too_many
 */
export async function askAsCustomer(ctx: Ctx, token: string, address: string): Promise<AskOutcome> {
  const draft = await findDraft(ctx, token)
  const answers: AskAnswers = withAnswers(draft, {})
  if (draft?.ticketId) return { ok: true, sent: await sameForm(ctx, askKind, draft, answers) }
  const wrong = (errors: AskErrors): AskOutcome => ({ ok: false, answers, errors })
  const facts = CustomerAskForm.safeParse(answers)
  if (!facts.success) return wrong(askErrorsIn(answers))
  const order = await orderToReturn(ctx, answers, address)
  if (!order) return wrong({ orderNumber: 'validation:orderNotFound' })
  const line = order.lines.find(({ id }) => id === facts.data.line)
  if (!line) return wrong({ line: 'validation:choose' })
  if (facts.data.quantity > line.quantity) return wrong({ quantity: 'validation:quantity' })
  return { ok: true, sent: await register(ctx, token, facts.data, order, line) }
}

const kindOf: Partial<Record<ReturnWish, (typeof tickets.$inferInsert)['kind']>> = {
  refund: 'return',
  repair: 'repair',
  part: 'parts',
}

const register = (
  ctx: Ctx,
  token: string,
  asked: CustomerAsk,
  order: OrderToReturn,
  line: LineToReturn,
) =>
  inTransaction(ctx, async (tx): Promise<SentForm> => {
    const draft = await lockDraft(tx, token)
    const answers: AskAnswers = withAnswers(draft, {})
    if (draft.ticketId !== null) return sameForm(tx, askKind, draft, answers)
    const { words, reason, wish, quantity, unpacked } = asked
    const product = tx.locale === 'en' ? line.nameEn : line.nameZh
    const ticket = await registerTicket(tx, {
      kind: kindOf[wish] ?? 'exchange',
      category: reason === 'missing_part' ? 'missing' : 'other',
      channel: 'portal',
      product,
      productId: line.productId,
      description: words,
      name: asked.name,
      phone: asked.phone,
      email: asked.email,
      address: asked.address,
      locale: tx.locale,
      orderId: order.id,
      orderNumber: order.number,
      preferredDays: '',
    })
    const { id: caseId } = await openCase(tx, ticket, {
      orderId: order.id,
      orderLineId: line.id,
      productId: line.productId,
      product,
      quantity,
      pieces: line.pieces.filter((_, place) => asked.pieces.includes(place)),
      reason,
      wish,
      words,
      unpacked,
      deliveredOn: order.deliveredOn,
    })
    await tx.db
      .update(attachments)
      .set({ ticketId: ticket.id, caseId })
      .where(and(eq(attachments.draftId, draft.id), isNull(attachments.ticketId)))
    const linkId = await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id })
    await markSent(tx, askKind, draft, answers, ticket.id)
    const { name, number, description, address } = ticket
    await writeToCustomer(tx, {
      to: ticket,
      template: 'ticket-received',
      ticketId: ticket.id,
      facts: { name, number, product, description, address, linkId },
    })
    return sentForm(tx, ticket.id)
  })
