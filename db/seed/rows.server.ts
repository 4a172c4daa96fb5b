import { siteChecks } from '#db/schema/bookings.ts'
import { messages } from '#db/schema/messages.ts'
import { followUpAttempts, followUps, ratings } from '#db/schema/follow-ups.ts'
import {
  attachments,
  privateLinks,
  ticketEvents,
  ticketMessages,
  ticketNotes,
  tickets,
} from '#db/schema/tickets.ts'
import { promises } from '#db/schema/promises.ts'
import { visitChecks, visitMarks, visits } from '#db/schema/visits.ts'
import { visitInspections } from '#db/schema/work.ts'
import type { Db } from '#db/client.server.ts'
import { ticketNumber } from '#app/domain/tickets/ticket-number.ts'
import type { TicketDraft, VisitDraft } from './draft.ts'
import { checksOf } from './checks.server.ts'
import { inspect } from './inspections.server.ts'
import { insertAll, takeIds, takeTicketSerials, withIds } from './insert.server.ts'
import { rateLinks } from './links.server.ts'
import { makeMails } from './mails.server.ts'
import type { Pictures } from './pictures.server.ts'
import { promisesOf } from './promises.server.ts'
import { insertHomes, numberReceipts } from './rows-homes.server.ts'
import { signFinishedVisits } from './signing.server.ts'
import type { Telling } from './telling.ts'

/** Gives tickets and visits their keys and numbers, in the order in which they came. */
export async function numberAll(db: Db, drafts: TicketDraft[]): Promise<void> {
  drafts.sort((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime())
  const ids = await takeIds(db, tickets, drafts.length)
  const serials = await takeTicketSerials(db, drafts.length)
  drafts.forEach((draft, i) => {
    draft.id = ids[i]!
    draft.row.number = ticketNumber(serials[i]!)
    if (draft.announced) draft.announced.number = draft.row.number
  })
  const outings = visitsOf(drafts)
  const visitIds = await takeIds(db, visits, outings.length)
  outings.forEach((visit, i) => (visit.id = visitIds[i]!))
}

/** Writes the told tickets; each row after those it names. */
export async function insertTold(db: Db, telling: Telling, pictures: Pictures): Promise<void> {
  const drafts = telling.tickets
  const outings = visitsOf(drafts)
  inspect(telling, outings)
  await numberReceipts(db, outings)
  const row = (draft: TicketDraft) => ({
    ...draft.row,
    ...(draft.visits.length > 0 ? draft.customer.point : {}),
    id: draft.id!,
    number: draft.row.number!,
    customerId: draft.customer.id,
    aboutVisitId: draft.about?.id ?? null,
  })
  await insertAll(db, tickets, drafts.filter(({ about }) => !about).map(row))
  await insertAll(
    db,
    visits,
    outings.map((visit) => ({
      ...visit.row,
      id: visit.id!,
      ticketId: visit.ticket.id!,
      crewId: visit.crew?.id ?? null,
      afterVisitId: visit.afterVisit?.id ?? null,
    })),
  )
  await insertAll(db, tickets, drafts.filter(({ about }) => about).map(row))
  await insertAll(db, promises, await withIds(db, promises, promisesOf(telling, outings)))
  const marks = outings.flatMap(({ id, marks = [] }) =>
    marks.map((mark) => ({ ...mark, visitId: id! })),
  )
  await insertAll(db, visitMarks, await withIds(db, visitMarks, marks))
  const answered = drafts.flatMap(({ id, siteCheck }) =>
    siteCheck ? [{ ...siteCheck, ticketId: id! }] : [],
  )
  await insertAll(db, siteChecks, answered)
  await insertHomes(db, outings)
  await insertAll(db, attachments, attachmentsOf(telling, pictures))
  const checks = outings.flatMap((visit) => checksOf(telling, visit))
  await insertAll(db, visitChecks, checks)
  const inspections = outings.flatMap(({ id, inspections = [] }) =>
    inspections.map(({ by, ...check }) => ({ ...check, visitId: id!, passed: true, by: by.id })),
  )
  await insertAll(db, visitInspections, await withIds(db, visitInspections, inspections))
  await signFinishedVisits(db, telling, outings, checks, pictures)
  await insertLinksAndMails(db, telling, outings)
  await insertTalk(db, drafts)
  await insertSatisfaction(db, outings)
  await insertEvents(db, drafts)
}

const visitsOf = (drafts: readonly TicketDraft[]): VisitDraft[] =>
  drafts.flatMap((draft) => draft.visits)

function attachmentsOf({ tickets, random }: Telling, pictures: Pictures) {
  return tickets.flatMap((ticket) =>
    ticket.pictures.map(({ picture, stage, about, name, visit, by, at }) => ({
      id: random.uuid(),
      ticketId: ticket.id!,
      visitId: visit?.id ?? null,
      about: about ?? null,
      stage,
      ...pictures.get(picture)!,
      originalName: name,
      uploadedBy: by?.id ?? null,
      createdAt: at,
    })),
  )
}

async function insertTalk(db: Db, drafts: readonly TicketDraft[]): Promise<void> {
  const said = drafts.flatMap(({ id, messages }) =>
    messages.map(({ row, data }) => ({ data, row: { ...row, ticketId: id! } })),
  )
  said.sort((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime())
  const ids = await takeIds(db, ticketMessages, said.length)
  said.forEach(({ data }, i) => (data.messageId = ids[i]!))
  await insertAll(
    db,
    ticketMessages,
    said.map(({ row }, i) => ({ ...row, id: ids[i]! })),
  )
  const notes = drafts.flatMap(({ id, notes }) =>
    notes.map(({ row }) => ({ ...row, ticketId: id! })),
  )
  notes.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  await insertAll(db, ticketNotes, await withIds(db, ticketNotes, notes))
}

async function insertSatisfaction(db: Db, outings: readonly VisitDraft[]): Promise<void> {
  const asked = outings.flatMap(({ id, ticket, followUp }) =>
    followUp ? [{ visitId: id!, ticketId: ticket.id!, followUp }] : [],
  )
  const ids = await takeIds(db, followUps, asked.length)
  await insertAll(
    db,
    followUps,
    asked.map(({ visitId, ticketId, followUp }, i) => ({
      ...followUp.row,
      id: ids[i]!,
      visitId,
      ticketId,
    })),
  )
  const attempts = asked.flatMap(({ followUp }, i) =>
    followUp.attempts.map((attempt) => ({ ...attempt, followUpId: ids[i]! })),
  )
  await insertAll(db, followUpAttempts, await withIds(db, followUpAttempts, attempts))
  await insertAll(
    db,
    ratings,
    asked.flatMap(({ visitId, followUp: { rating } }) => (rating ? [{ ...rating, visitId }] : [])),
  )
}

async function insertLinksAndMails(db: Db, telling: Telling, outings: readonly VisitDraft[]) {
  const rate = rateLinks(telling, outings)
  const mails = await makeMails(telling, rate)
  await insertAll(db, privateLinks, [...rate, ...mails.links])
  await insertAll(db, messages, mails.rows)
}

async function insertEvents(db: Db, drafts: readonly TicketDraft[]): Promise<void> {
  const rows = drafts.flatMap(({ id, events }) =>
    events.map(({ visit, ...event }) => ({ ...event, ticketId: id!, visitId: visit?.id ?? null })),
  )
  rows.sort((a, b) => a.at.getTime() - b.at.getTime())
  await insertAll(db, ticketEvents, await withIds(db, ticketEvents, rows))
}
