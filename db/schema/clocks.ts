import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { clockKinds } from '../vocabulary/clocks.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference } from './columns.ts'
import { tickets } from './tickets.ts'

/** IN-2..IN-4: what is promised by when, counted in service time. A row stands still while `runningSince` is null. */
export const ticketClocks = pgTable(
  'ticket_clocks',
  {
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    kind: text('kind', { enum: clockKinds }).notNull(),
    /** Service minutes. */
    targetMinutes: integer('target_minutes').notNull(),
    startedAt: instant('started_at').notNull(),
    /** Service time of the stretches that are over, milliseconds. */
    spent: reference('spent_ms').notNull().default(0),
    runningSince: instant('running_since'),
    dueAt: instant('due_at'),
    /** Three quarters of the target. */
    riskAt: instant('risk_at'),
    /** IN-3: the end of the window the customer agreed to. */
    agreedUntil: instant('agreed_until'),
    metAt: instant('met_at'),
    /** Told to the managers, once. */
    escalatedAt: instant('escalated_at'),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.kind] }),
    check('ticket_clocks_target', sql`${t.targetMinutes} > 0`),
    check('ticket_clocks_met', sql`${t.metAt} is null or ${t.runningSince} is null`),
    check('ticket_clocks_due', sql`${t.runningSince} is not null or ${t.dueAt} is null`),
    index('ticket_clocks_to_escalate')
      .on(t.dueAt)
      .where(sql`${t.escalatedAt} is null and ${t.dueAt} is not null`),
    index('ticket_clocks_first_contact')
      .on(t.dueAt, t.ticketId)
      .where(sql`${t.kind} = 'first_contact' and ${t.runningSince} is not null`),
    index('ticket_clocks_running')
      .on(t.ticketId)
      .where(sql`${t.runningSince} is not null`),
  ],
)

/** The service hours and holidays in force from an instant on; append only, so that time once counted stays counted. */
export const serviceCalendars = pgTable('service_calendars', {
  id: identity(),
  from: instant('from_at').notNull(),
  week: jsonb('week')
    .$type<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, { from: string; to: string }[]>>()
    .notNull(),
  holidays: jsonb('holidays').$type<string[]>().notNull(),
  changedBy: uuid('changed_by').references(() => staff.id),
})
