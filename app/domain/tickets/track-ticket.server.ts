import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { tickets } from '#db/schema/tickets.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, tooMany } from '#app/platform/errors.ts'
import { cleanText, line, text } from '#app/platform/fields.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import { knownPhone } from '#app/platform/phone.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import { linkToken } from '#app/platform/tokens.server.ts'
import { makePrivateLink } from './private-link.server.ts'
import { isCutShort, readTicketNumber } from './ticket-number.ts'

export const TrackForm = z.object({
  number: line(40, 'validation:ticketNumber').refine((typed) => !isCutShort(typed), {
    message: 'validation:ticketNumberShort',
  }),
  phone: text(200, 'validation:phoneMissing').pipe(knownPhone),
})

const linkDays = 30
const perAddress = { name: 'track-address', attempts: 30, seconds: 900 }
const perNumber = { name: 'track-number', attempts: 10, seconds: 900 }

/**
 * Opens a ticket to whoever knows its number and its phone: a private link for 30 days. A number that isn't ours
 * and a phone that isn't the ticket's are answered alike.
 * @returns the link's token
 * @throws DomainError invalid `ticketNotFound`, too_many
 */
export async function trackTicket(
  ctx: Ctx,
  asked: z.output<typeof TrackForm>,
  address: string,
): Promise<string> {
  const typed = cleanText(asked.number)
  const number = readTicketNumber(typed)
  const waits = [
    await countAttempt(ctx, perAddress, address),
    await countAttempt(ctx, perNumber, number ?? typed),
  ]
  const wait = Math.max(...waits)
  if (wait > 0) throw tooMany('triedTooOften', wait)
  if (!number) throw invalid('ticketNotFound')
  return inTransaction(ctx, async (tx) => {
    const [ticket] = await tx.db
      .select({ id: tickets.id })
      .from(tickets)
      .where(and(eq(tickets.number, number), eq(tickets.phone, asked.phone)))
    if (!ticket) throw invalid('ticketNotFound')
    const linkId = await makePrivateLink(tx, {
      purpose: 'track',
      ticketId: ticket.id,
      expiresAt: addHours(tx.now(), linkDays * 24),
    })
    return linkToken(linkId)
  })
}
