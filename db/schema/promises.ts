import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { breachKinds, promiseOrigins, promiseOutcomes } from '../vocabulary/promises.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference } from './columns.ts'
import { tickets } from './tickets.ts'
import { visits } from './visits.ts'

/** Every window a customer was told, who promised it, and whether it was kept. */
export const promises = pgTable(
  'promises',
  {
    id: identity(),
    visitId: reference('visit_id')
      .notNull()
      .references(() => visits.id),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    windowStart: instant('window_start').notNull(),
    windowEnd: instant('window_end').notNull(),
    origin: text('origin', { enum: promiseOrigins }).notNull(),
    madeAt: instant('made_at').notNull(),
    /** The colleague; null when the customer took the window themselves. */
    madeBy: uuid('made_by').references(() => staff.id),
    outcome: text('outcome', { enum: promiseOutcomes }).notNull().default('open'),
    breach: text('breach', { enum: breachKinds }),
    settledAt: instant('settled_at'),
    /** Who let it go before its day. */
    settledBy: uuid('settled_by').references(() => staff.id),
  },
  (t) => [
    check('promises_window', sql`${t.windowStart} < ${t.windowEnd}`),
    check('promises_settled', sql`(${t.outcome} = 'open') = (${t.settledAt} is null)`),
    check('promises_breach', sql`(${t.outcome} = 'broken') = (${t.breach} is not null)`),
    uniqueIndex('promises_one_open_a_visit')
      .on(t.visitId)
      .where(sql`${t.outcome} = 'open'`),
    index('promises_open')
      .on(t.windowEnd)
      .where(sql`${t.outcome} = 'open'`),
    index('promises_day').on(t.windowStart.desc(), t.id.desc()),
    index('promises_outcome').on(t.outcome, t.windowStart.desc(), t.id.desc()),
    index('promises_visit').on(t.visitId, t.id),
    index('promises_ticket').on(t.ticketId, t.id),
  ],
)
