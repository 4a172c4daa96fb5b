import { keepTold, makePrivateLink, recordEvent } from '#app/domain/tickets/index.server.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Tx } from '#app/platform/context.server.ts'
import type { Decision } from './decide-case.server.ts'
import type { Found } from './find-case.server.ts'

/** RX-3: the customer reads the decision in plain words, in their conversation and by whichever channel reaches them. */
export async function tellDecision(
  tx: Tx,
  { found, decision, by }: { found: Found; decision: Decision; by: StaffActor },
): Promise<void> {
  const { case: one, ticket } = found
  const mailId = await writeToCustomer(tx, {
    to: ticket,
    template: 'return-decided',
    ticketId: ticket.id,
    facts: {
      name: ticket.name,
      number: ticket.number,
      caseNumber: one.number,
      body: decision.told,
      linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
    },
  })
  await keepTold(tx, ticket, { body: decision.told, authorId: by.id, mailId })
  await recordEvent(tx, ticket, 'return_told', { case: one.number, remedy: decision.remedy })
}
