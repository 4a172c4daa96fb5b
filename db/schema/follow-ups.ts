import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { attemptOutcomes, followUpStatuses } from '../vocabulary/follow-ups.ts'
import { wishParts, wishWays } from '../vocabulary/work.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference } from './columns.ts'
import { tickets } from './tickets.ts'
import { visits } from './visits.ts'

/** FU-2: one rating a visit, given online or asked on the phone. */
export const ratings = pgTable(
  'ratings',
  {
    visitId: reference('visit_id')
      .primaryKey()
      .references(() => visits.id),
    attitude: smallint('attitude').notNull(),
    quality: smallint('quality').notNull(),
    solved: smallint('solved').notNull(),
    punctuality: smallint('punctuality').notNull(),
    tidiness: smallint('tidiness').notNull(),
    recommend: smallint('recommend'),
    words: text('words').notNull().default(''),
    tags: text('tags').array().notNull().default([]),
    wantsCall: boolean('wants_call').notNull().default(false),
    source: text('source', { enum: ['online', 'call'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    check(
      'ratings_scores',
      sql`${t.attitude} between 1 and 5 and ${t.quality} between 1 and 5 and ${t.solved} between 1 and 5 and ${t.punctuality} between 1 and 5 and ${t.tidiness} between 1 and 5`,
    ),
    check('ratings_recommend', sql`${t.recommend} between 0 and 10`),
  ],
)

/** FU-1: a call due after a visit. */
export const followUps = pgTable(
  'follow_ups',
  {
    id: identity(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    visitId: reference('visit_id')
      .notNull()
      .unique()
      .references(() => visits.id),
    status: text('status', { enum: followUpStatuses }).notNull().default('due'),
    dueAt: instant('due_at').notNull(),
    /** Not to be called before this. */
    notBefore: instant('not_before').notNull(),
    createdAt: instant('created_at').notNull(),
    doneAt: instant('done_at'),
    /** VS-9: when and how the customer would like it. */
    wishPart: text('wish_part', { enum: wishParts }).notNull().default('any'),
    wishWay: text('wish_way', { enum: wishWays }).notNull().default('phone'),
  },
  (t) => [
    index('follow_ups_due')
      .on(t.dueAt)
      .where(sql`${t.status} = 'due'`),
  ],
)

/** FU-3: every attempt is kept. */
export const followUpAttempts = pgTable(
  'follow_up_attempts',
  {
    id: identity(),
    followUpId: reference('follow_up_id')
      .notNull()
      .references(() => followUps.id),
    attempt: smallint('attempt').notNull(),
    outcome: text('outcome', { enum: attemptOutcomes }).notNull(),
    note: text('note').notNull().default(''),
    at: instant('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => staff.id),
  },
  (t) => [unique('follow_up_attempts_once').on(t.followUpId, t.attempt)],
)
