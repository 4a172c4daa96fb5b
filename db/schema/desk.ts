import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  time,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { ticketKinds, ticketStatuses } from '../vocabulary/tickets.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference, tsvector } from './columns.ts'
import { ticketNotes, tickets } from './tickets.ts'

/** A queue with its filters under a name; `query` is what stands in the address. */
export const ticketViews = pgTable(
  'ticket_views',
  {
    id: identity(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    name: text('name').notNull(),
    query: text('query').notNull(),
    /** Colleagues see it too. */
    shared: boolean('shared').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    unique('ticket_views_name').on(t.staffId, t.name),
    index('ticket_views_shared')
      .on(t.name)
      .where(sql`${t.shared}`),
  ],
)

/** How far a colleague has read a ticket. */
export const ticketLooks = pgTable(
  'ticket_looks',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    /** The last event that was on the page. */
    eventId: reference('event_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.ticketId] })],
)

/** Who has a ticket open just now. Unlogged: what a crash forgets, the next beat says again. */
export const ticketPresence = pgTable(
  'ticket_presence',
  {
    tab: text('tab').primaryKey(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    writing: boolean('writing').notNull().default(false),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [
    index('ticket_presence_ticket').on(t.ticketId),
    index('ticket_presence_seen').on(t.seenAt),
  ],
)

/** By how much there are more or fewer tickets of a store in a status; the sum is how many there are. Written by a trigger. */
export const ticketTallies = pgTable(
  'ticket_tallies',
  {
    id: identity(),
    storeId: reference('store_id'),
    status: text('status', { enum: ticketStatuses }).notNull(),
    delta: integer('delta').notNull(),
  },
  (t) => [index('ticket_tallies_status').on(t.status, t.storeId)],
)

/** What a ticket can be found by. */
export const ticketWords = pgTable(
  'ticket_words',
  {
    ticketId: reference('ticket_id')
      .primaryKey()
      .references(() => tickets.id),
    storeId: reference('store_id'),
    createdAt: instant('created_at').notNull(),
    words: tsvector('words').notNull(),
    /** The same as it was written, a line each after its place, for phrases and excerpts. */
    text: text('text').notNull(),
  },
  (t) => [
    index('ticket_words_words').using('gin', t.words).with({ fastupdate: false }),
    index('ticket_words_recent').on(t.createdAt.desc(), t.ticketId.desc()),
  ],
)

/** IN-9: a colleague was brought in by a note. */
export const ticketMentions = pgTable(
  'ticket_mentions',
  {
    id: identity(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    noteId: reference('note_id')
      .notNull()
      .references(() => ticketNotes.id),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    at: instant('at').notNull(),
    seenAt: instant('seen_at'),
  },
  (t) => [
    unique('ticket_mentions_once').on(t.noteId, t.staffId),
    index('ticket_mentions_unseen')
      .on(t.staffId, t.id.desc())
      .where(sql`${t.seenAt} is null`),
    index('ticket_mentions_ticket').on(t.ticketId),
  ],
)

/** IN-9: a ticket passed on; it changes hands when whoever gets it has taken it. */
export const handovers = pgTable(
  'handovers',
  {
    id: identity(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    /** Null where nobody had it. */
    fromId: uuid('from_id').references(() => staff.id),
    toId: uuid('to_id')
      .notNull()
      .references(() => staff.id),
    by: uuid('by')
      .notNull()
      .references(() => staff.id),
    note: text('note').notNull(),
    at: instant('at').notNull(),
    takenAt: instant('taken_at'),
    declinedAt: instant('declined_at'),
    /** Why it was declined. */
    reason: text('reason'),
  },
  (t) => [
    uniqueIndex('handovers_open')
      .on(t.ticketId)
      .where(sql`${t.takenAt} is null and ${t.declinedAt} is null`),
    index('handovers_waiting')
      .on(t.toId)
      .where(sql`${t.takenAt} is null and ${t.declinedAt} is null`),
    index('handovers_ticket').on(t.ticketId, t.id),
    check('handovers_end', sql`${t.takenAt} is null or ${t.declinedAt} is null`),
    check('handovers_reason', sql`(${t.declinedAt} is null) = (${t.reason} is null)`),
  ],
)

/** KB-2: 标准用语, with `{{name}}` and the like for the ticket's own values. */
export const phrases = pgTable(
  'phrases',
  {
    id: identity(),
    position: integer('position').notNull().default(0),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    bodyZh: text('body_zh').notNull(),
    bodyEn: text('body_en').notNull(),
    /** Which tickets it suits; none named is all. */
    kinds: text('kinds', { enum: ticketKinds })
      .array()
      .notNull()
      .default(sql`'{}'`),
    retiredAt: instant('retired_at'),
    version: integer('version').notNull().default(1),
    updatedBy: uuid('updated_by').references(() => staff.id),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('phrases_position').on(t.position, t.id)],
)

/** Who answers the hotline when. */
export const dutyShifts = pgTable(
  'duty_shifts',
  {
    id: identity(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    day: date('day').notNull(),
    startsAt: time('starts_at').notNull(),
    endsAt: time('ends_at').notNull(),
  },
  (t) => [
    unique('duty_shifts_once').on(t.day, t.staffId, t.startsAt),
    check('duty_shifts_order', sql`${t.startsAt} < ${t.endsAt}`),
  ],
)
