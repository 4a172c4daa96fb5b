import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import { makePrivateLink, type Ticket } from '#app/domain/tickets/index.server.ts'
import type { Visit } from '#app/domain/visits/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours } from '#app/platform/time.server.ts'

/** Tells the customer what was done, and asks how it went. */
export async function askForRating(tx: Tx, ticket: Ticket, visit: Visit, workDone: string) {
  const { ratingDays } = await currentSettings(tx)
  const until = addHours(tx.now(), ratingDays * 24)
  const link = { ticketId: ticket.id, visitId: visit.id, expiresAt: until }
  const rateLinkId = await makePrivateLink(tx, { ...link, purpose: 'rate' })
  await writeToCustomer(tx, {
    to: ticket,
    template: 'visit-finished',
    ticketId: ticket.id,
    visitId: visit.id,
    facts: {
      name: ticket.name,
      number: ticket.number,
      product: ticket.product,
      workDone,
      linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
      rateLinkId,
      rateUntil: until.toISOString(),
    },
  })
}
