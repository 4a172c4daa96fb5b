import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import {
  complaintStatuses,
  complaintSubjects,
  faultKinds,
  faultStatuses,
  verdicts,
} from '../vocabulary/complaints.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference } from './columns.ts'
import { tickets } from './tickets.ts'

/**
 * CP-1: what became of a complaint. A trigger opens one for every ticket of that kind, whichever channel it came by, and
 * withdraws it with its ticket. Its owner is the ticket's.
 */
export const complaints = pgTable(
  'complaints',
  {
    ticketId: reference('ticket_id')
      .primaryKey()
      .references(() => tickets.id),
    status: text('status', { enum: complaintStatuses }).notNull().default('open'),
    /** Null until somebody read it. */
    about: text('about', { enum: complaintSubjects }),
    openedAt: instant('opened_at').notNull(),
    cause: text('cause').notNull().default(''),
    /** What the customer was told. */
    resolution: text('resolution'),
    answeredAt: instant('answered_at'),
    answeredBy: uuid('answered_by').references(() => staff.id),
    verdict: text('verdict', { enum: verdicts }),
    verdictWords: text('verdict_words').notNull().default(''),
    verdictAt: instant('verdict_at'),
    /** Who wrote it down; null when the customer said so online. */
    verdictBy: uuid('verdict_by').references(() => staff.id),
    closedAt: instant('closed_at'),
    /** The manager, when it is closed without a verdict, and why. */
    closedBy: uuid('closed_by').references(() => staff.id),
    closedBecause: text('closed_because'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    check(
      'complaints_answered',
      sql`${t.status} not in ('answered', 'closed') or (${t.resolution} is not null and ${t.answeredAt} is not null)`,
    ),
    check('complaints_verdict', sql`(${t.verdict} is null) = (${t.verdictAt} is null)`),
    check('complaints_closed', sql`(${t.status} = 'closed') = (${t.closedAt} is not null)`),
    // It ends on the customer's word, or by somebody who says why it doesn't.
    check(
      'complaints_ends',
      sql`${t.status} <> 'closed' or ${t.verdict} = 'content' or (${t.closedBy} is not null and ${t.closedBecause} is not null)`,
    ),
    index('complaints_status').on(t.status, t.openedAt.desc(), t.ticketId.desc()),
    index('complaints_opened').on(t.openedAt.desc(), t.ticketId.desc()),
    index('complaints_open')
      .on(t.openedAt, t.ticketId)
      .where(sql`${t.status} in ('open', 'investigating', 'answered')`),
  ],
)

/** CP-1: whom it is about; they handle nothing of it. */
export const complaintPeople = pgTable(
  'complaint_people',
  {
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => complaints.ticketId),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    at: instant('at').notNull(),
    by: uuid('by').references(() => staff.id),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.staffId] }),
    index('complaint_people_staff').on(t.staffId, t.ticketId),
  ],
)

/** CP-1: what was found out; append only. */
export const complaintFindings = pgTable(
  'complaint_findings',
  {
    id: identity(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => complaints.ticketId),
    body: text('body').notNull(),
    at: instant('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => staff.id),
    submissionKey: text('submission_key').unique(),
  },
  (t) => [index('complaint_findings_complaint').on(t.ticketId, t.id)],
)

/** CP-2: conduct that counts against somebody once it is verified. */
export const faults = pgTable(
  'faults',
  {
    id: identity(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => complaints.ticketId),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    kind: text('kind', { enum: faultKinds }).notNull(),
    status: text('status', { enum: faultStatuses }).notNull().default('raised'),
    what: text('what').notNull(),
    raisedAt: instant('raised_at').notNull(),
    raisedBy: uuid('raised_by')
      .notNull()
      .references(() => staff.id),
    /** Until then the person may answer before it is decided. */
    answerBy: instant('answer_by').notNull(),
    answer: text('answer'),
    answeredAt: instant('answered_at'),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by').references(() => staff.id),
    decisionWhy: text('decision_why'),
  },
  (t) => [
    check(
      'faults_not_oneself',
      sql`${t.raisedBy} <> ${t.staffId} and ${t.decidedBy} <> ${t.staffId}`,
    ),
    check('faults_answer', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
    check(
      'faults_decided',
      sql`(${t.status} in ('verified', 'dismissed')) = (${t.decidedAt} is not null) and (${t.decidedAt} is null) = (${t.decidedBy} is null) and (${t.decidedAt} is null) = (${t.decisionWhy} is null)`,
    ),
    // CP-2: the person can answer before it counts.
    check(
      'faults_heard',
      sql`${t.status} <> 'verified' or ${t.answeredAt} is not null or ${t.decidedAt} >= ${t.answerBy}`,
    ),
    check('faults_answered', sql`${t.status} <> 'answered' or ${t.answeredAt} is not null`),
    index('faults_complaint').on(t.ticketId, t.id),
    index('faults_person').on(t.staffId, t.raisedAt.desc()),
  ],
)
