import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  attemptOutcomes,
  callScripts as scriptKeys,
  followUpKinds,
  followUpStatuses,
} from '../vocabulary/follow-ups.ts'
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

/** FU-1, FU-5: a call that is due. */
export const followUps = pgTable(
  'follow_ups',
  {
    id: identity(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    /** After a visit (FU-1), after a complaint was answered (FU-1), or one of a manager's sample (FU-5). */
    kind: text('kind', { enum: followUpKinds }).notNull().default('visit'),
    visitId: reference('visit_id').references(() => visits.id),
    /** FU-5: the month or the quarter it was drawn for: `2026-11`, `2026-Q4`. */
    period: text('period'),
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
    check('follow_ups_visit', sql`${t.kind} <> 'visit' or ${t.visitId} is not null`),
    check('follow_ups_period', sql`(${t.kind} = 'inspection') = (${t.period} is not null)`),
    uniqueIndex('follow_ups_one_a_visit')
      .on(t.visitId)
      .where(sql`${t.kind} = 'visit'`),
    uniqueIndex('follow_ups_one_a_complaint')
      .on(t.ticketId)
      .where(sql`${t.kind} = 'complaint' and ${t.status} = 'due'`),
    uniqueIndex('follow_ups_drawn_once')
      .on(t.period, t.ticketId)
      .where(sql`${t.kind} = 'inspection'`),
    index('follow_ups_ticket').on(t.ticketId),
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
  (t) => [
    unique('follow_up_attempts_once').on(t.followUpId, t.attempt),
    index('follow_up_attempts_day').on(t.at, t.by),
  ],
)

/** FU-5: what was answered on an inspection call; the visit's own rating stays as it was given. */
export const inspectionAnswers = pgTable(
  'inspection_answers',
  {
    followUpId: reference('follow_up_id')
      .primaryKey()
      .references(() => followUps.id),
    attitude: smallint('attitude').notNull(),
    quality: smallint('quality').notNull(),
    solved: smallint('solved').notNull(),
    punctuality: smallint('punctuality').notNull(),
    tidiness: smallint('tidiness').notNull(),
    recommend: smallint('recommend'),
    words: text('words').notNull().default(''),
    at: instant('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => staff.id),
  },
  (t) => [
    check(
      'inspection_answers_scores',
      sql`${t.attitude} between 1 and 5 and ${t.quality} between 1 and 5 and ${t.solved} between 1 and 5 and ${t.punctuality} between 1 and 5 and ${t.tidiness} between 1 and 5`,
    ),
    check('inspection_answers_recommend', sql`${t.recommend} between 0 and 10`),
  ],
)

/** What a caller says first, by service; a setting. Without a row the words of the catalogue stand. */
export const callScripts = pgTable('call_scripts', {
  key: text('key', { enum: scriptKeys }).primaryKey(),
  textZh: text('text_zh').notNull(),
  textEn: text('text_en').notNull(),
})
