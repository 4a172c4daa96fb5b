import type { siteChecks } from '#db/schema/bookings.ts'
import type { ticketEvents, ticketMessages, ticketNotes, tickets } from '#db/schema/tickets.ts'
import type { visitMarks, visits } from '#db/schema/visits.ts'
import type { AttachmentStage } from '#db/vocabulary/attachments.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import {
  canMoveTicket,
  type TicketEventKind,
  type TicketKind,
  type TicketStatus,
} from '#db/vocabulary/tickets.ts'
import type { HomeDraft } from './at-home.server.ts'
import type { FollowUpDraft } from './follow-ups.server.ts'
import type { Customer } from './customers.server.ts'
import type { InspectionDraft } from './inspections.server.ts'
import type { Colleague } from './people.server.ts'
import type { Crew } from './crews.server.ts'
import type { Matter } from './texts/matters.ts'

type Ticket = typeof tickets.$inferInsert
export type Unlinked<Row> = Omit<Row, 'ticketId' | 'visitId'>

/** A visit before it has a key. */
export interface VisitDraft {
  /** Its key, once the rows are about to be written. */
  id?: number
  ticket: TicketDraft
  row: Unlinked<typeof visits.$inferInsert>
  crew: Crew | null
  /** The linked visit that comes before it. */
  afterVisit?: VisitDraft
  followUp?: FollowUpDraft
  /** What happened at the home beside the work itself. */
  home?: HomeDraft
  /** VS-4: what it takes, where the crew couldn't mend it. */
  needed?: string
  /** VS-8 */
  inspections?: InspectionDraft[]
  /** BK-6 */
  marks?: Unlinked<typeof visitMarks.$inferInsert>[]
  /** The data of the event that tells of the signature. */
  signing?: { signer: string; seq?: number; hash?: string }
}

export type EventDraft = Unlinked<typeof ticketEvents.$inferInsert> & { visit?: VisitDraft }

export interface PictureDraft {
  stage: AttachmentStage
  /** Which of the kept pictures. */
  picture: string
  name: string
  visit?: VisitDraft
  /** The key of what it shows or signs. */
  about?: string
  by: Colleague | null
  at: Date
}

/** Words, and the data of their event, which names them once they have a key. */
interface Said<Row> {
  row: Unlinked<Row>
  data: Record<string, unknown>
}

/** A ticket as its story is being told, before any row has a key. */
export interface TicketDraft {
  id?: number
  row: Omit<Ticket, 'number' | 'aboutVisitId' | 'customerId'> & {
    number?: string
    kind: TicketKind
    status: TicketStatus
    locale: Locale
  }
  matter: Matter
  customer: Customer
  owner: Colleague
  events: EventDraft[]
  messages: Said<typeof ticketMessages.$inferInsert>[]
  notes: Said<typeof ticketNotes.$inferInsert>[]
  visits: VisitDraft[]
  pictures: PictureDraft[]
  /** What the customer said about the home. */
  siteCheck?: Unlinked<typeof siteChecks.$inferInsert>
  /** FU-4: the visit a complaint is about. */
  about?: VisitDraft
  /** The data of the event that tells of it on the visited ticket. */
  announced?: Record<string, unknown>
}

/** Who did something: a colleague, the customer, or the product by itself. */
export type Doer = Colleague | 'customer' | 'job'

interface Circumstances {
  data?: Record<string, unknown>
  visit?: VisitDraft
  /** The status the ticket has from then on. */
  to?: TicketStatus
}

/** Tells one thing that happened (IN-8); a move that IN-7 doesn't know is a mistake in the story. */
export function happen(
  ticket: TicketDraft,
  kind: TicketEventKind,
  at: Date,
  doer: Doer,
  { data = {}, visit, to }: Circumstances = {},
): void {
  const { row } = ticket
  if (to && !canMoveTicket(row.status, to)) throw new Error(`No move ${row.status} → ${to}`)
  ticket.events.push({
    kind,
    at,
    actorKind: typeof doer === 'string' ? doer : 'staff',
    actorId: typeof doer === 'string' ? null : doer.id,
    data: to ? Object.assign(data, { status: [row.status, to] }) : data,
    ...(visit ? { visit } : {}),
  })
  if (to) {
    row.status = to
    row.version = (row.version ?? 1) + 1
  }
  if (at > row.updatedAt) row.updatedAt = at
}

export function say(ticket: TicketDraft, at: Date, by: Colleague | 'customer', body: string): void {
  const fromCustomer = by === 'customer'
  const data = {}
  ticket.messages.push({
    data,
    row: {
      direction: fromCustomer ? 'from_customer' : 'to_customer',
      authorId: fromCustomer ? null : by.id,
      body,
      createdAt: at,
    },
  })
  happen(ticket, fromCustomer ? 'message_from_customer' : 'message_to_customer', at, by, { data })
}

export function note(ticket: TicketDraft, at: Date, by: Colleague, body: string): void {
  const data = {}
  ticket.notes.push({ data, row: { authorId: by.id, body, createdAt: at } })
  happen(ticket, 'note_added', at, by, { data })
}
