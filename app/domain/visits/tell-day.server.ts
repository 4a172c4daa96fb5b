import { eq } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import type { LateReason } from '#db/vocabulary/work.ts'
import { membersOfCrews } from '#app/domain/crews/index.server.ts'
import { withdrawMessages, writeToCustomer } from '#app/domain/messages/index.server.ts'
import { makePrivateLink, type Ticket } from '#app/domain/tickets/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import type { Visit } from './find-visit.server.ts'

async function telling(tx: Tx, ticket: Ticket, visit: Visit) {
  return {
    message: { to: ticket, ticketId: ticket.id, visitId: visit.id },
    facts: {
      name: ticket.name,
      number: ticket.number,
      start: visit.windowStart.toISOString(),
      end: visit.windowEnd.toISOString(),
      linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
      service: visit.skill,
    },
  }
}

/** Takes back what hasn't gone out of when the crew is there: it is there, comes at another time, or not at all. */
export async function withdrawWhen(tx: Tx, visitId: number): Promise<void> {
  await withdrawMessages(tx, 'crew-on-the-way', visitId)
  await withdrawMessages(tx, 'visit-late', visitId)
}

/** Who comes and about when; where they are is nobody's business. */
export async function tellOnTheWay(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  expectedAt: Date,
): Promise<void> {
  const [crew] = await tx.db
    .select({ nameZh: crews.nameZh, nameEn: crews.nameEn, vehicle: crews.vehicle })
    .from(crews)
    .where(eq(crews.id, visit.crewId!))
  const members = await membersOfCrews(tx, [visit.crewId!])
  const { message, facts } = await telling(tx, ticket, visit)
  await withdrawWhen(tx, visit.id)
  await writeToCustomer(tx, {
    ...message,
    template: 'crew-on-the-way',
    facts: {
      ...facts,
      crewZh: crew!.nameZh,
      crewEn: crew!.nameEn,
      vehicle: crew!.vehicle,
      members: members.get(visit.crewId!) ?? [],
      expectedAt: expectedAt.toISOString(),
    },
  })
}

/** DS-4: beforehand, with the reason, an apology and the new time. */
export async function tellLater(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  { reason, note, expectedAt }: { reason: LateReason; note: string; expectedAt: Date },
): Promise<void> {
  const { message, facts } = await telling(tx, ticket, visit)
  await withdrawWhen(tx, visit.id)
  await writeToCustomer(tx, {
    ...message,
    template: 'visit-late',
    facts: { ...facts, reason, note, expectedAt: expectedAt.toISOString() },
  })
}

/** Kindly: it happens, and another time is soon found. */
export async function tellNotAtHome(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  { calls }: { calls: number },
): Promise<void> {
  const { message, facts } = await telling(tx, ticket, visit)
  await writeToCustomer(tx, {
    ...message,
    template: 'customer-no-show',
    facts: {
      ...facts,
      arrivedAt: visit.arrivedAt!.toISOString(),
      late: visit.arrivedAt! > visit.windowEnd,
      calls,
    },
  })
}

export async function tellNobodyCame(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  { reason }: { reason: string },
): Promise<void> {
  const { message, facts } = await telling(tx, ticket, visit)
  await writeToCustomer(tx, { ...message, template: 'crew-no-show', facts: { ...facts, reason } })
}
