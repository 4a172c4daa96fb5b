import { eq } from 'drizzle-orm'
import { returnCases } from '#db/schema/returns.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { findTicket } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { AskForm } from './ask-form.ts'
import { linesToAsk } from './lines-to-ask.server.ts'
import { openCase } from './open-case.server.ts'

/**
 * RX-1: opens a return for the customer of a ticket. The same form twice is one case.
 * @returns the case's number
 * @throws DomainError conflict `caseThere`, `ticketNotInState`; invalid `returnedMoreThanSold`
 */
export async function askOnTicket(
  ctx: Ctx<StaffActor>,
  number: string,
  form: AskForm,
): Promise<string> {
  authorize(ctx.actor, 'return:ask')
  return inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    const [before] = await tx.db
      .select({ number: returnCases.number })
      .from(returnCases)
      .where(eq(returnCases.submissionKey, form.submissionKey))
    if (before) return before.number
    if (!openTicketStatuses.some((status) => status === ticket.status)) {
      throw refused('ticketNotInState')
    }
    const lines = await linesToAsk({ ...tx, actor: ctx.actor }, ticket)
    const line = lines.find(({ id }) => id === form.line)
    const { quantity, reason, wish, words, unpacked, misused, batch, submissionKey } = form
    const said = { quantity, reason, wish, words, unpacked, misused, batch, submissionKey }
    if (!line) {
      if (form.line !== null) throw notFound()
      const made = await openCase(tx, ticket, { ...said, product: form.product })
      return made.number
    }
    if (quantity > line.quantity) throw invalid('returnedMoreThanSold', { count: line.quantity })
    const places = form.pieces
      .map((piece) => piece.split(':').map(Number))
      .filter(([of]) => of === line.id)
      .map(([, place]) => place)
    const made = await openCase(tx, ticket, {
      ...said,
      orderId: line.orderId,
      orderLineId: line.id,
      productId: line.productId,
      product: tx.locale === 'en' ? line.nameEn : line.nameZh,
      pieces: line.pieces.filter((_, place) => places.includes(place)),
      deliveredOn: line.deliveredOn,
    })
    return made.number
  })
}
