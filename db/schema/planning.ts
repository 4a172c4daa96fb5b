import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  jsonb,
  pgTable,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { planModes, planStatuses } from '../vocabulary/planning.ts'
import { staff } from './accounts.ts'
import { instant } from './columns.ts'

/** DS-6: a day planned in one go, while it is worked out and until somebody decides on it. */
export const dayPlans = pgTable(
  'day_plans',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** The civil date in the company's zone. */
    day: date('day').notNull(),
    mode: text('mode', { enum: planModes }).notNull(),
    status: text('status', { enum: planStatuses }).notNull().default('waiting'),
    /** How long it may take. */
    seconds: smallint('seconds').notNull(),
    /** Between 0 and 1. */
    progress: real('progress').notNull().default(0),
    stopAsked: boolean('stop_asked').notNull().default(false),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => staff.id),
    askedAt: instant('asked_at').notNull(),
    /** The last sign of life of whoever works on it. */
    beatAt: instant('beat_at').notNull(),
    /** The day as it was when it was planned, to tell whether it changed meanwhile. */
    base: jsonb('base'),
    proposal: jsonb('proposal'),
    decidedBy: uuid('decided_by').references(() => staff.id),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    check('day_plans_seconds', sql`${t.seconds} between 1 and 120`),
    check('day_plans_progress', sql`${t.progress} between 0 and 1`),
    check(
      'day_plans_ready',
      sql`${t.status} not in ('ready', 'accepted') or (${t.base} is not null and ${t.proposal} is not null)`,
    ),
    uniqueIndex('day_plans_one_at_work')
      .on(t.day)
      .where(sql`${t.status} in ('waiting', 'running')`),
    index('day_plans_day').on(t.day, t.askedAt.desc()),
  ],
)
