import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { attachmentStages } from '../vocabulary/attachments.ts'
import { clockKinds } from '../vocabulary/clocks.ts'
import {
  openTicketStatuses,
  ticketChannels,
  ticketEventKinds,
  ticketKinds,
  ticketStatuses,
} from '../vocabulary/tickets.ts'
import { shots } from '../vocabulary/returns.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference } from './columns.ts'
import { customers, orders } from './customers.ts'
import { messages } from './messages.ts'
import { inboundMails } from './mail.ts'
import { returnCases } from './returns.ts'
import { areas, categories, products, stores } from './stores.ts'
import { visits } from './visits.ts'

/** Written out, not as parameters: the planner matches it with the partial indexes of open tickets. */
export const isOpen = (status: AnyPgColumn) =>
  sql`${status} in (${sql.raw(openTicketStatuses.map((one) => `'${one}'`).join(', '))})`

/** 工单: one matter raised by or for a customer (IN-1, IN-7). */
export const tickets = pgTable(
  'tickets',
  {
    id: identity(),
    number: text('number').notNull().unique(),
    kind: text('kind', { enum: ticketKinds }).notNull(),
    status: text('status', { enum: ticketStatuses }).notNull().default('new'),
    /** Null until assessed (IN-4). */
    severity: smallint('severity').$type<1 | 2 | 3 | 4>(),
    category: text('category')
      .notNull()
      .references(() => categories.key),
    channel: text('channel', { enum: ticketChannels }).notNull(),
    product: text('product').notNull(),
    description: text('description').notNull(),
    productId: reference('product_id').references(() => products.id),
    orderId: reference('order_id').references(() => orders.id),
    /** As the customer wrote it, even when no order was found under it. */
    orderNumber: text('order_number'),
    storeId: reference('store_id').references(() => stores.id),
    customerId: reference('customer_id')
      .notNull()
      .references(() => customers.id),
    name: text('name').notNull(),
    phone: text('phone').notNull(),
    email: text('email'),
    address: text('address').notNull(),
    /** Found from the address; null when it names none of our districts. */
    areaId: reference('area_id').references(() => areas.id),
    /** Where the home is, WGS 84 degrees, when somebody knows it better than its district. */
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    preferredDays: text('preferred_days').notNull().default(''),
    locale: text('locale', { enum: ['zh-CN', 'en'] }).notNull(),
    takenBy: uuid('taken_by').references(() => staff.id),
    ownerId: uuid('owner_id').references(() => staff.id),
    /** Counts every change of the facts; a form carries the one it was filled from (Q-6). */
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    firstContactAt: instant('first_contact_at'),
    resolvedAt: instant('resolved_at'),
    closedAt: instant('closed_at'),
    pausedUntil: date('paused_until'),
    pauseReason: text('pause_reason'),
    solution: text('solution'),
    tags: text('tags')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** When somebody has to look at it again: the customer wrote, a pause is over, a colleague said so. */
    followUpAt: instant('follow_up_at'),
    /** Of the running clocks the one that is due first; kept with `ticket_clocks`. */
    nextDueAt: instant('next_due_at'),
    nextDueClock: text('next_due_clock', { enum: clockKinds }),
    /** When the first of the running clocks is at risk. */
    riskAt: instant('risk_at'),
    /** IN-6: the ticket that this one turned out to be. */
    mergedIntoId: reference('merged_into_id').references((): AnyPgColumn => tickets.id),
    /** FU-4: the visit a complaint is about. */
    aboutVisitId: reference('about_visit_id').references((): AnyPgColumn => visits.id),
    updatedAt: instant('updated_at').notNull(),
    /** One per form a colleague sent; the same form twice is one ticket (Q-5). */
    submissionKey: text('submission_key').unique(),
  },
  (t) => [
    check('tickets_severity', sql`${t.severity} between 1 and 4`),
    check('tickets_due', sql`(${t.nextDueAt} is null) = (${t.nextDueClock} is null)`),
    check('tickets_merged', sql`${t.mergedIntoId} is null or ${t.status} = 'cancelled'`),
    check('tickets_point', sql`(${t.lat} is null) = (${t.lng} is null)`),
    check('tickets_lat', sql`${t.lat} between -90 and 90`),
    check('tickets_lng', sql`${t.lng} between -180 and 180`),
    check(
      'tickets_pause',
      sql`(${t.status} = 'paused') = (${t.pausedUntil} is not null and ${t.pauseReason} is not null)`,
    ),
    index('tickets_queue').on(t.status, t.createdAt.desc(), t.id.desc()),
    index('tickets_store').on(t.storeId, t.status, t.createdAt.desc(), t.id.desc()),
    index('tickets_store_created').on(t.storeId, t.createdAt.desc(), t.id.desc()),
    index('tickets_created').on(t.createdAt.desc(), t.id.desc()),
    index('tickets_kind').on(t.kind, t.createdAt.desc(), t.id.desc()),
    // The open ones are few however many there are in all: each queue walks an index of them alone.
    index('tickets_open').on(t.createdAt.desc(), t.id.desc()).where(isOpen(t.status)),
    index('tickets_open_owner')
      .on(t.ownerId, t.createdAt.desc(), t.id.desc())
      .where(isOpen(t.status)),
    index('tickets_unassigned')
      .on(t.createdAt.desc(), t.id.desc())
      .where(sql`${isOpen(t.status)} and ${t.ownerId} is null`),
    index('tickets_open_store')
      .on(t.storeId, t.createdAt.desc(), t.id.desc())
      .where(isOpen(t.status)),
    index('tickets_open_severity')
      .on(t.severity, t.createdAt.desc(), t.id.desc())
      .where(isOpen(t.status)),
    index('tickets_open_changed').on(t.updatedAt.desc(), t.id.desc()).where(isOpen(t.status)),
    index('tickets_open_due')
      .on(t.nextDueAt, t.id)
      .where(sql`${isOpen(t.status)} and ${t.nextDueAt} is not null`),
    index('tickets_follow_up')
      .on(t.followUpAt, t.id)
      .where(sql`${t.followUpAt} is not null`),
    index('tickets_category').on(t.category, t.createdAt.desc(), t.id.desc()),
    index('tickets_severity').on(t.severity, t.createdAt.desc(), t.id.desc()),
    index('tickets_channel').on(t.channel, t.createdAt.desc(), t.id.desc()),
    index('tickets_owner').on(t.ownerId, t.createdAt.desc(), t.id.desc()),
    index('tickets_area').on(t.areaId, t.createdAt.desc(), t.id.desc()),
    index('tickets_tags').using('gin', t.tags),
    index('tickets_merged_into')
      .on(t.mergedIntoId)
      .where(sql`${t.mergedIntoId} is not null`),
    index('tickets_customer').on(t.customerId, t.createdAt.desc()),
    index('tickets_phone').on(t.phone),
    index('tickets_order').on(t.orderId),
    index('tickets_phone_tail').on(sql`reverse(${t.phone}) text_pattern_ops`),
    index('tickets_name').using('btree', t.name.op('text_pattern_ops')),
    uniqueIndex('tickets_one_complaint_a_visit')
      .on(t.aboutVisitId)
      .where(sql`${t.kind} = 'complaint'`),
  ],
)

/** IN-8: append only; the database refuses update and delete. */
export const ticketEvents = pgTable(
  'ticket_events',
  {
    id: identity(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    visitId: reference('visit_id').references((): AnyPgColumn => visits.id),
    kind: text('kind', { enum: ticketEventKinds }).notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind', { enum: ['staff', 'customer', 'job'] }).notNull(),
    actorId: uuid('actor_id').references(() => staff.id),
    /** What changed, as `{ field: [from, to] }`, and the words that go with it. */
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    index('ticket_events_ticket').on(t.ticketId, t.id),
    index('ticket_events_other_person')
      .on(t.id)
      .where(sql`${t.kind} = 'other_person_asked'`),
  ],
)

/** The conversation a customer sees, both ways. Internal notes live in a table of their own (Q-13). */
export const ticketMessages = pgTable(
  'ticket_messages',
  {
    id: identity(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    direction: text('direction', { enum: ['from_customer', 'to_customer'] }).notNull(),
    authorId: uuid('author_id').references(() => staff.id),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
    /** One per form that was sent; the same form twice is one message. */
    submissionKey: text('submission_key').unique(),
    /** The mail that carried it, when the customer has an address. */
    mailId: uuid('mail_id').references((): AnyPgColumn => messages.id),
  },
  (t) => [index('ticket_messages_ticket').on(t.ticketId, t.id)],
)

export const ticketNotes = pgTable(
  'ticket_notes',
  {
    id: identity(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => staff.id),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
    submissionKey: text('submission_key').unique(),
  },
  (t) => [index('ticket_notes_ticket').on(t.ticketId, t.id)],
)

/** A private link to one ticket (track) or one visit (rate); the token is stored hashed (Q-15). */
export const privateLinks = pgTable(
  'private_links',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    purpose: text('purpose', { enum: ['track', 'rate', 'reply'] }).notNull(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    visitId: reference('visit_id').references((): AnyPgColumn => visits.id),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('private_links_ticket').on(t.ticketId)],
)

/** What a homeowner has typed so far; its token is the submission's idempotency key (Q-5), stored hashed. */
export const reportDrafts = pgTable('report_drafts', {
  id: identity(),
  tokenHash: text('token_hash').notNull().unique(),
  answers: jsonb('answers').$type<Record<string, string>>().notNull().default({}),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  /** Set once, when the ticket is made. */
  ticketId: reference('ticket_id').references(() => tickets.id),
  /** SHA-256 of the answers that were sent. */
  sentHash: text('sent_hash'),
})

export const attachments = pgTable(
  'attachments',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    draftId: reference('draft_id').references(() => reportDrafts.id),
    ticketId: reference('ticket_id').references(() => tickets.id),
    visitId: reference('visit_id').references((): AnyPgColumn => visits.id),
    messageId: reference('message_id').references(() => ticketMessages.id),
    noteId: reference('note_id').references(() => ticketNotes.id),
    inboundId: uuid('inbound_id').references((): AnyPgColumn => inboundMails.id),
    /** What it shows of a return or exchange: the inspection, the evidence, what the customer found. */
    caseId: reference('case_id').references((): AnyPgColumn => returnCases.id),
    /** Which of the four guided photos it is. */
    shot: text('shot', { enum: shots }),
    /** The key of the damage, the extra or the custody receipt it shows or signs. */
    about: text('about'),
    stage: text('stage', { enum: attachmentStages }).notNull(),
    contentType: text('content_type', {
      enum: ['image/jpeg', 'image/png', 'application/pdf'],
    }).notNull(),
    bytes: integer('bytes').notNull(),
    width: integer('width'),
    height: integer('height'),
    /** Also its name in the file store. */
    sha256: text('sha256').notNull(),
    /** The name it had on the sender's device, for people to read. */
    originalName: text('original_name').notNull(),
    uploadedBy: uuid('uploaded_by').references(() => staff.id),
    createdAt: instant('created_at').notNull(),
    /** One per file that was sent; the same one twice is one attachment. */
    submissionKey: text('submission_key').unique(),
  },
  (t) => [
    index('attachments_ticket').on(t.ticketId),
    index('attachments_visit').on(t.visitId),
    index('attachments_draft').on(t.draftId),
    index('attachments_file').on(t.sha256),
    index('attachments_message')
      .on(t.messageId)
      .where(sql`${t.messageId} is not null`),
    index('attachments_note')
      .on(t.noteId)
      .where(sql`${t.noteId} is not null`),
    index('attachments_inbound')
      .on(t.inboundId)
      .where(sql`${t.inboundId} is not null`),
    index('attachments_case')
      .on(t.caseId)
      .where(sql`${t.caseId} is not null`),
    index('attachments_about')
      .on(t.about)
      .where(sql`${t.about} is not null`),
    check(
      'attachments_owner',
      sql`${t.draftId} is not null or ${t.ticketId} is not null or ${t.visitId} is not null or ${t.inboundId} is not null`,
    ),
  ],
)
