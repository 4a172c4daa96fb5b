import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { skills, visitMarkKinds, visitStatuses } from '../vocabulary/visits.ts'
import { noShowSides, visitOutcomes } from '../vocabulary/work.ts'
import { staff } from './accounts.ts'
import { windows } from './bookings.ts'
import { identity, instant, reference } from './columns.ts'
import { crews } from './crews.ts'
import { tickets } from './tickets.ts'

/**
 * 上门: one trip to the home, in an agreed window, by a crew.
 * BK-2: `visits_one_place_a_crew`, an exclusion constraint in the migration, keeps a crew out of two places at once.
 */
export const visits = pgTable(
  'visits',
  {
    id: identity(),
    ticketId: reference('ticket_id')
      .notNull()
      .references((): AnyPgColumn => tickets.id),
    status: text('status', { enum: visitStatuses }).notNull().default('proposed'),
    skill: text('skill', { enum: skills }).notNull(),
    /** What the crew is asked to do. */
    work: text('work').notNull(),
    /** The window agreed with the customer, half open. */
    windowStart: instant('window_start').notNull(),
    windowEnd: instant('window_end').notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    /** The crew's own time, half open; set with the crew. */
    plannedStart: instant('planned_start'),
    plannedEnd: instant('planned_end'),
    crewId: reference('crew_id').references(() => crews.id),
    proposedBy: uuid('proposed_by').references(() => staff.id),
    confirmedBy: uuid('confirmed_by').references(() => staff.id),
    /** The window it was booked in; null when the desk agreed other hours. */
    windowId: reference('window_id').references((): AnyPgColumn => windows.id),
    /** A linked visit, such as the install after its delivery: never before the other's window has ended. */
    afterVisitId: reference('after_visit_id').references((): AnyPgColumn => visits.id),
    /** Taken from the share held back for urgent repairs. */
    urgent: boolean('urgent').notNull().default(false),
    /** Let in beyond the window's capacity, by whom and why. */
    overbookedBy: uuid('overbooked_by').references(() => staff.id),
    overbookReason: text('overbook_reason'),
    /** DS-3: its crew's working time no longer covers its plan; it must move, and nothing moves it silently. */
    stranded: boolean('stranded').notNull().default(false),
    /** The dispatcher said it stays on this crew at this time: no plan moves it (DS-6). */
    pinned: boolean('pinned').notNull().default(false),
    /** The start of the window the customer was reminded of (BK-4). */
    remindedFor: instant('reminded_for'),
    /** BK-4: when the crew called ahead, and who. */
    calledAheadAt: instant('called_ahead_at'),
    calledAheadBy: uuid('called_ahead_by').references(() => staff.id),
    setOutAt: instant('set_out_at'),
    arrivedAt: instant('arrived_at'),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    cancelledAt: instant('cancelled_at'),
    cancelReason: text('cancel_reason'),
    /** DS-4: who wasn't there, when it came to nothing for that. */
    noShow: text('no_show', { enum: noShowSides }),
    workDone: text('work_done'),
    /** VS-4: how the work ended. */
    outcome: text('outcome', { enum: visitOutcomes }),
    /** VS-5: why the original of an exchange stayed at the home. */
    notCollectedBecause: text('not_collected_because'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    check('visits_window', sql`${t.windowStart} < ${t.windowEnd}`),
    check('visits_duration', sql`${t.durationMinutes} between 5 and 720`),
    check('visits_plan', sql`(${t.plannedStart} is null) = (${t.plannedEnd} is null)`),
    check('visits_plan_order', sql`${t.plannedStart} < ${t.plannedEnd}`),
    check(
      'visits_crew',
      sql`${t.status} in ('proposed', 'cancelled') or (${t.crewId} is not null and ${t.plannedStart} is not null)`,
    ),
    check('visits_pinned', sql`not ${t.pinned} or ${t.crewId} is not null`),
    check('visits_overbooked', sql`(${t.overbookedBy} is null) = (${t.overbookReason} is null)`),
    check('visits_after_another', sql`${t.afterVisitId} <> ${t.id}`),
    check('visits_no_show', sql`${t.noShow} is null or ${t.status} = 'cancelled'`),
    check('visits_outcome', sql`${t.status} = 'finished' or ${t.outcome} is null`),
    check('visits_done', sql`${t.status} <> 'finished' or ${t.workDone} is not null`),
    index('visits_ticket').on(t.ticketId),
    index('visits_crew_day').on(t.crewId, t.plannedStart),
    index('visits_crew_finished')
      .on(t.crewId, t.finishedAt)
      .where(sql`${t.finishedAt} is not null`),
    index('visits_day').on(t.windowStart),
    index('visits_of_window').on(t.windowId),
    index('visits_after').on(t.afterVisitId),
    index('visits_stranded')
      .on(t.windowStart)
      .where(sql`${t.stranded}`),
    index('visits_unassigned')
      .on(t.windowStart)
      .where(sql`${t.status} = 'proposed'`),
  ],
)

/** BK-6: why a visit may come to nothing, seen before the day; one open mark of a kind. */
export const visitMarks = pgTable(
  'visit_marks',
  {
    id: identity(),
    visitId: reference('visit_id')
      .notNull()
      .references(() => visits.id),
    kind: text('kind', { enum: visitMarkKinds }).notNull(),
    /** What is missing or not ready. */
    note: text('note').notNull(),
    /** When it should be mended, as far as anybody knows. */
    expectedOn: date('expected_on'),
    madeAt: instant('made_at').notNull(),
    /** Null when the customer said so themselves. */
    madeBy: uuid('made_by').references(() => staff.id),
    clearedAt: instant('cleared_at'),
    clearedBy: uuid('cleared_by').references(() => staff.id),
  },
  (t) => [
    uniqueIndex('visit_marks_open')
      .on(t.visitId, t.kind)
      .where(sql`${t.clearedAt} is null`),
    index('visit_marks_visit').on(t.visitId, t.id),
  ],
)

/** VS-1: what each service's visits must check; a setting. */
export const checklistItems = pgTable(
  'checklist_items',
  {
    id: identity(),
    skill: text('skill', { enum: skills }).notNull(),
    position: smallint('position').notNull(),
    textZh: text('text_zh').notNull(),
    textEn: text('text_en').notNull(),
    must: boolean('must').notNull(),
    /** It asks for a reading in this unit rather than for a tick; what lies outside the limits is pointed out. */
    unit: text('unit'),
    lowest: doublePrecision('lowest'),
    highest: doublePrecision('highest'),
    active: boolean('active').notNull().default(true),
  },
  (t) => [
    check(
      'checklist_items_limits',
      sql`${t.unit} is not null or (${t.lowest} is null and ${t.highest} is null)`,
    ),
    index('checklist_items_skill').on(t.skill, t.position),
  ],
)

/** A checklist item done, or left out with a reason, on one visit. */
export const visitChecks = pgTable(
  'visit_checks',
  {
    visitId: reference('visit_id')
      .notNull()
      .references(() => visits.id),
    itemId: reference('item_id')
      .notNull()
      .references(() => checklistItems.id),
    done: boolean('done').notNull(),
    /** What was read, in the item's unit. */
    value: doublePrecision('value'),
    /** Why a must-item was left out (VS-1). */
    reason: text('reason'),
    at: instant('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => staff.id),
  },
  (t) => [unique('visit_checks_once').on(t.visitId, t.itemId)],
)

/** `work`: what the customer signed; `correction`: what a colleague put right afterwards. */
export const recordKinds = ['work', 'correction'] as const

/**
 * VS-3: what was signed, and what was added to it later. Append only; `hash` is SHA-256 over `previous_hash` and the
 * rest, so that a changed byte or a changed order shows.
 */
export const signedRecords = pgTable(
  'signed_records',
  {
    seq: reference('seq').primaryKey(),
    kind: text('kind', { enum: recordKinds }).notNull().default('work'),
    visitId: reference('visit_id')
      .notNull()
      .references(() => visits.id),
    /** Canonical JSON; never re-serialised. */
    content: text('content').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull().unique(),
    signedAt: instant('signed_at').notNull(),
    signerName: text('signer_name').notNull(),
  },
  (t) => [
    uniqueIndex('signed_records_work')
      .on(t.visitId)
      .where(sql`${t.kind} = 'work'`),
    index('signed_records_visit').on(t.visitId, t.seq),
  ],
)
