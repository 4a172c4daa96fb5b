import { and, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, union } from 'drizzle-orm/pg-core'
import { calendarFeeds, siteChecks } from '#db/schema/bookings.ts'
import { custodyReceipts } from '#db/schema/custody.ts'
import { customerContacts, customerNotes, customers, orders } from '#db/schema/customers.ts'
import { handovers, ticketWords } from '#db/schema/desk.ts'
import { ratings } from '#db/schema/follow-ups.ts'
import { inboundMails } from '#db/schema/mail.ts'
import { messages } from '#db/schema/messages.ts'
import {
  attachments,
  privateLinks,
  reportDrafts,
  ticketMessages,
  ticketNotes,
  tickets,
} from '#db/schema/tickets.ts'
import { visitMarks, visits } from '#db/schema/visits.ts'
import { visitDamages, visitPauses } from '#db/schema/work.ts'
import { erasedWords } from '#db/vocabulary/customers.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { emptied } from './emptied.ts'
import { eraseCases } from './erase-cases.server.ts'

const none = erasedWords

/**
 * Empties whatever of these customers is words or pictures, wherever it may be changed.
 * @returns the names of the files that were theirs
 */
export async function eraseWords(tx: Tx, person: number[]): Promise<string[]> {
  const theirs = (await tx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(inArray(tickets.customerId, person))
    .for('update')) as { id: number }[]
  const ticketIds = theirs.map(({ id }) => id)
  await eraseOfPerson(tx, person)
  if (ticketIds.length === 0) return []
  const trips = await tx.db
    .select({ id: visits.id })
    .from(visits)
    .where(inArray(visits.ticketId, ticketIds))
  const visitIds = trips.map(({ id }) => id)
  const files = await eraseOfTickets(tx, ticketIds, visitIds)
  await eraseCases(tx, ticketIds)
  if (visitIds.length > 0) await eraseOfVisits(tx, visitIds)
  return files
}

async function eraseOfPerson(tx: Tx, person: number[]): Promise<void> {
  const addresses = await addressesOf(tx, person)
  // What came from there and is on somebody else's ticket is a part of that.
  if (addresses.length > 0) {
    await eraseMails(
      tx,
      and(inArray(inboundMails.fromAddress, addresses), isNull(inboundMails.ticketId)),
    )
  }
  await tx.db.delete(customerContacts).where(inArray(customerContacts.customerId, person))
  await tx.db.delete(customerNotes).where(inArray(customerNotes.customerId, person))
  await tx.db
    .update(orders)
    .set({
      name: none,
      phone: '',
      email: null,
      address: none,
      requirements: null,
      returnNote: null,
    })
    .where(inArray(orders.customerId, person))
}

/** What they wrote from, now or when they reported something. */
async function addressesOf(tx: Tx, person: number[]): Promise<string[]> {
  const rows = await union(
    tx.db
      .select({ email: customers.email })
      .from(customers)
      .where(and(inArray(customers.id, person), isNotNull(customers.email))),
    tx.db
      .select({ email: tickets.email })
      .from(tickets)
      .where(and(inArray(tickets.customerId, person), isNotNull(tickets.email))),
  )
  return rows.flatMap(({ email }) => email ?? [])
}

const eraseMails = (tx: Tx, which: SQL | undefined) =>
  tx.db
    .update(inboundMails)
    .set({
      fromAddress: none,
      fromName: null,
      toAddresses: [],
      subject: '',
      text: null,
      reply: null,
      error: null,
    })
    .where(which)

/** Whose name is gone has nothing left to be shown by: links and calendars end. */
async function eraseOfTickets(tx: Tx, ticketIds: number[], visitIds: number[]): Promise<string[]> {
  const of = (column: AnyPgColumn) => inArray(column, ticketIds)
  await tx.db
    .update(tickets)
    .set({
      name: none,
      phone: sql`'erased:' || ${tickets.customerId}`,
      email: null,
      address: none,
      lat: null,
      lng: null,
      description: none,
      preferredDays: '',
      solution: null,
    })
    .where(of(tickets.id))
  await tx.db.update(ticketMessages).set({ body: none }).where(of(ticketMessages.ticketId))
  await tx.db.update(ticketNotes).set({ body: none }).where(of(ticketNotes.ticketId))
  await tx.db
    .update(handovers)
    .set({
      note: none,
      reason: emptied(handovers.reason),
    })
    .where(of(handovers.ticketId))
  await tx.db.delete(ticketWords).where(of(ticketWords.ticketId))
  await eraseMails(tx, of(inboundMails.ticketId))
  await tx.db
    .update(messages)
    .set({
      recipient: none,
      params: {},
      subject: null,
      text: null,
      html: null,
      error: null,
      status: sql`case when ${messages.status} in ('queued', 'retrying') then 'withdrawn' else ${messages.status} end`,
    })
    .where(of(messages.ticketId))
  await tx.db.update(siteChecks).set({ takeAway: '' }).where(of(siteChecks.ticketId))
  await tx.db
    .update(privateLinks)
    .set({ revokedAt: tx.now() })
    .where(and(of(privateLinks.ticketId), isNull(privateLinks.revokedAt)))
  await tx.db
    .update(calendarFeeds)
    .set({ revokedAt: tx.now() })
    .where(and(of(calendarFeeds.ticketId), isNull(calendarFeeds.revokedAt)))
  await tx.db
    .update(custodyReceipts)
    .set({
      condition: none,
      reason: '',
      handedBy: none,
      receivedBy: emptied(custodyReceipts.receivedBy),
      notReclaimedBecause: emptied(custodyReceipts.notReclaimedBecause),
    })
    .where(of(custodyReceipts.ticketId))
  const drafts = await tx.db
    .update(reportDrafts)
    .set({ answers: {} })
    .where(of(reportDrafts.ticketId))
    .returning({ id: reportDrafts.id })
  const gone = await tx.db
    .delete(attachments)
    .where(
      or(
        of(attachments.ticketId),
        visitIds.length > 0 ? inArray(attachments.visitId, visitIds) : undefined,
        drafts.length > 0
          ? inArray(
              attachments.draftId,
              drafts.map(({ id }) => id),
            )
          : undefined,
      ),
    )
    .returning({ sha256: attachments.sha256 })
  return gone.map(({ sha256 }) => sha256)
}

async function eraseOfVisits(tx: Tx, visitIds: number[]): Promise<void> {
  const of = (column: AnyPgColumn) => inArray(column, visitIds)
  await tx.db
    .update(visits)
    .set({
      work: none,
      workDone: emptied(visits.workDone),
      cancelReason: emptied(visits.cancelReason),
      notCollectedBecause: emptied(visits.notCollectedBecause),
      overbookReason: emptied(visits.overbookReason),
    })
    .where(of(visits.id))
  await tx.db
    .update(visitDamages)
    .set({ what: none, acknowledgedBy: emptied(visitDamages.acknowledgedBy) })
    .where(of(visitDamages.visitId))
  await tx.db.update(visitMarks).set({ note: none }).where(of(visitMarks.visitId))
  await tx.db.update(visitPauses).set({ note: '' }).where(of(visitPauses.visitId))
  await tx.db.update(ratings).set({ words: '' }).where(of(ratings.visitId))
}
