import { type AnyPgColumn, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { channels, emailTemplates, messageStatuses } from '../vocabulary/messages.ts'
import { staff } from './accounts.ts'
import { instant, reference } from './columns.ts'
import { tickets } from './tickets.ts'
import { visits } from './visits.ts'

/**
 * Every mail the product writes, sent or not. Private links in `text` and `html` are kept as placeholders;
 * their tokens are worked out when the mail is sent or read.
 */
export const messages = pgTable(
  'messages',
  {
    /** Also the provider's idempotency key. */
    id: uuid('id').primaryKey().defaultRandom(),
    template: text('template', { enum: emailTemplates }).notNull(),
    locale: text('locale', { enum: ['zh-CN', 'en'] }).notNull(),
    channel: text('channel', { enum: channels }).notNull().default('mail'),
    /** An address of its channel; for the log, the person's name. */
    recipient: text('recipient').notNull(),
    ticketId: reference('ticket_id').references(() => tickets.id),
    /** What it is about; a reminder is withdrawn with its visit's window. */
    visitId: reference('visit_id').references((): AnyPgColumn => visits.id),
    staffId: uuid('staff_id').references(() => staff.id),
    params: jsonb('params').$type<Record<string, unknown>>().notNull(),
    status: text('status', { enum: messageStatuses }).notNull().default('queued'),
    subject: text('subject'),
    text: text('text'),
    html: text('html'),
    attempts: integer('attempts').notNull().default(0),
    error: text('error'),
    providerId: text('provider_id'),
    /** It waits for the morning (quiet hours) unless a colleague sends it now. */
    heldUntil: instant('held_until'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    index('messages_created').on(t.createdAt.desc(), t.id),
    index('messages_status').on(t.status, t.createdAt.desc()),
    index('messages_template').on(t.template, t.createdAt.desc()),
    index('messages_ticket').on(t.ticketId),
    index('messages_visit').on(t.visitId),
  ],
)
