import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { custodyPurposes } from '../vocabulary/work.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference } from './columns.ts'
import { tickets } from './tickets.ts'
import { visits } from './visits.ts'

/**
 * 取走凭据: an item that left a home, given when it leaves and reclaimed when it is back (VS-4). The original of an
 * exchange (VS-5) leaves for good.
 */
export const custodyReceipts = pgTable(
  'custody_receipts',
  {
    id: identity(),
    /** Made by the phone on which it was written. */
    key: text('key').notNull().unique(),
    /** As it is printed: `C1000042`. */
    number: text('number')
      .notNull()
      .unique()
      .generatedAlwaysAs(sql`'C' || (1000000 + id)::text`),
    visitId: reference('visit_id')
      .notNull()
      .references(() => visits.id),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    purpose: text('purpose', { enum: custodyPurposes }).notNull(),
    item: text('item').notNull(),
    /** How it looked when it left, accessories included. */
    condition: text('condition').notNull(),
    reason: text('reason').notNull().default(''),
    /** When it should be back; a civil date. */
    backOn: date('back_on'),
    takenAt: instant('taken_at').notNull(),
    takenBy: uuid('taken_by')
      .notNull()
      .references(() => staff.id),
    /** Who handed it over, by name. */
    handedBy: text('handed_by').notNull(),
    returnedAt: instant('returned_at'),
    returnedBy: uuid('returned_by').references(() => staff.id),
    /** The visit that brought it back; null when it was fetched or sent. */
    returnVisitId: reference('return_visit_id').references(() => visits.id),
    /** Who took it back, by name. */
    receivedBy: text('received_by'),
    /** Whether the paper came back with it; if not, why. */
    reclaimed: boolean('reclaimed'),
    notReclaimedBecause: text('not_reclaimed_because'),
  },
  (t) => [
    check(
      'custody_receipts_returned',
      sql`(${t.returnedAt} is null) = (${t.returnedBy} is null) and (${t.returnedAt} is null) = (${t.receivedBy} is null) and (${t.returnedAt} is null) = (${t.reclaimed} is null)`,
    ),
    check(
      'custody_receipts_reclaimed',
      sql`${t.reclaimed} is distinct from false or ${t.notReclaimedBecause} is not null`,
    ),
    check('custody_receipts_for_good', sql`${t.purpose} = 'repair' or ${t.returnedAt} is null`),
    index('custody_receipts_visit').on(t.visitId),
    index('custody_receipts_ticket').on(t.ticketId),
    index('custody_receipts_out')
      .on(t.backOn, t.id)
      .where(sql`${t.purpose} = 'repair' and ${t.returnedAt} is null`),
    index('custody_receipts_taken').on(t.takenAt.desc(), t.id.desc()),
  ],
)
