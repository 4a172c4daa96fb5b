import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { inboundStatuses, reviewReasons } from '../vocabulary/mail.ts'
import { staff } from './accounts.ts'
import { instant, reference } from './columns.ts'
import { ticketMessages, tickets } from './tickets.ts'

/** A mail that reached us. What it says is read from the provider by a job; it lands on a ticket or before a colleague. */
export const inboundMails = pgTable(
  'inbound_mails',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** The provider's own key: the same mail announced twice is one. */
    providerId: text('provider_id').notNull().unique(),
    fromAddress: text('from_address').notNull(),
    fromName: text('from_name'),
    toAddresses: text('to_addresses')
      .array()
      .notNull()
      .default(sql`'{}'`),
    subject: text('subject').notNull().default(''),
    /** All of it, and what is left without what it quotes. */
    text: text('text'),
    reply: text('reply'),
    /** Sent by a machine: an absence note, a bounce. */
    automatic: boolean('automatic').notNull().default(false),
    receivedAt: instant('received_at').notNull(),
    status: text('status', { enum: inboundStatuses }).notNull().default('fetching'),
    reason: text('reason', { enum: reviewReasons }),
    /** The ticket its address names, or the one it was put on. */
    ticketId: reference('ticket_id').references(() => tickets.id),
    messageId: reference('message_id').references(() => ticketMessages.id),
    decidedBy: uuid('decided_by').references(() => staff.id),
    decidedAt: instant('decided_at'),
    error: text('error'),
  },
  (t) => [
    index('inbound_mails_review')
      .on(t.receivedAt)
      .where(sql`${t.status} in ('review', 'failed')`),
    index('inbound_mails_ticket').on(t.ticketId),
    index('inbound_mails_received').on(t.receivedAt.desc(), t.id),
    check(
      'inbound_mails_landed',
      sql`${t.status} <> 'landed' or (${t.ticketId} is not null and ${t.messageId} is not null)`,
    ),
    check('inbound_mails_review_reason', sql`${t.status} <> 'review' or ${t.reason} is not null`),
  ],
)
