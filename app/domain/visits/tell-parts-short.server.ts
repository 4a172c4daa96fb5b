import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import { makePrivateLink, type Ticket } from '#app/domain/tickets/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import type { Visit } from './find-visit.server.ts'
import { changeFacts } from './tell-customer.server.ts'

/** BK-6: what the visit needs isn't here yet; its window stands for now. */
export async function tellPartsShort(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  { note, expectedOn }: { note: string; expectedOn: string | null },
): Promise<void> {
  const window = { start: visit.windowStart, end: visit.windowEnd }
  const { changeUntil } = await changeFacts(tx, ticket, window)
  await writeToCustomer(tx, {
    to: ticket,
    ticketId: ticket.id,
    visitId: visit.id,
    template: 'visit-parts-short',
    facts: {
      name: ticket.name,
      number: ticket.number,
      start: visit.windowStart.toISOString(),
      end: visit.windowEnd.toISOString(),
      linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
      changeUntil,
      service: visit.skill,
      note,
      expectedOn,
    },
  })
}
