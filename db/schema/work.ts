import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  entryKinds,
  entryOutcomes,
  extraDecisions,
  inspectionLevels,
  lateReasons,
  pauseReasons,
} from '../vocabulary/work.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference } from './columns.ts'
import { visits } from './visits.ts'

/** The key a phone gives to what is begun on it, so that it can speak of it before it has been sent. */
const phoneKey = () => text('key').notNull().unique()

const visitId = () =>
  reference('visit_id')
    .notNull()
    .references(() => visits.id)

const by = () =>
  uuid('by')
    .notNull()
    .references(() => staff.id)

/** VS-6: every entry a phone sent, once, in the order it came; what was refused is kept too. */
export const visitEntries = pgTable(
  'visit_entries',
  {
    id: identity(),
    /** Made by the phone: the same entry sent twice is one. */
    key: phoneKey(),
    visitId: visitId(),
    kind: text('kind', { enum: entryKinds }).notNull(),
    /** The version of the phone's messages. */
    format: smallint('format').notNull(),
    /** The phone it was recorded on. */
    device: text('device').notNull(),
    /** When it was done, by the phone's clock put right by ours. */
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull(),
    by: by(),
    /** The form's fields as they were kept; no file and no drawing. */
    fields: jsonb('fields').$type<Record<string, string | string[]>>().notNull(),
    outcome: text('outcome', { enum: entryOutcomes }).notNull().default('taken'),
    /** A key of the catalogue of refusals, and its values. */
    refusal: text('refusal'),
    refusalValues: jsonb('refusal_values').$type<Record<string, string | number>>(),
  },
  (t) => [
    check('visit_entries_refused', sql`(${t.outcome} = 'refused') = (${t.refusal} is not null)`),
    index('visit_entries_visit').on(t.visitId, t.id),
  ],
)

/** VS-2: work that rested, why and for how long; one open pause a visit. */
export const visitPauses = pgTable(
  'visit_pauses',
  {
    id: identity(),
    visitId: visitId(),
    reason: text('reason', { enum: pauseReasons }).notNull(),
    note: text('note').notNull().default(''),
    pausedAt: instant('paused_at').notNull(),
    resumedAt: instant('resumed_at'),
    by: by(),
  },
  (t) => [
    check('visit_pauses_order', sql`${t.resumedAt} >= ${t.pausedAt}`),
    uniqueIndex('visit_pauses_open')
      .on(t.visitId)
      .where(sql`${t.resumedAt} is null`),
    index('visit_pauses_visit').on(t.visitId, t.id),
  ],
)

/** DS-4: what a customer was told of a crew that comes later, and when they were told. */
export const visitDelays = pgTable(
  'visit_delays',
  {
    id: identity(),
    visitId: visitId(),
    reason: text('reason', { enum: lateReasons }).notNull(),
    note: text('note').notNull().default(''),
    /** When the crew reckons to be there. */
    expectedAt: instant('expected_at').notNull(),
    toldAt: instant('told_at').notNull(),
    by: by(),
  },
  (t) => [index('visit_delays_visit').on(t.visitId, t.id)],
)

/** VS-1: what was damaged before the work began; its photos are the attachments about its key. */
export const visitDamages = pgTable(
  'visit_damages',
  {
    id: identity(),
    key: phoneKey(),
    visitId: visitId(),
    what: text('what').notNull(),
    at: instant('at').notNull(),
    by: by(),
    /** The person at the home who has seen it. */
    acknowledgedBy: text('acknowledged_by'),
    acknowledgedAt: instant('acknowledged_at'),
  },
  (t) => [
    check(
      'visit_damages_acknowledged',
      sql`(${t.acknowledgedBy} is null) = (${t.acknowledgedAt} is null)`,
    ),
    index('visit_damages_visit').on(t.visitId, t.id),
  ],
)

/** VS-7: work found on site, its time and its price, and what the customer said to it before it was begun. */
export const visitExtras = pgTable(
  'visit_extras',
  {
    id: identity(),
    key: phoneKey(),
    visitId: visitId(),
    what: text('what').notNull(),
    minutes: integer('minutes').notNull(),
    /** In minor units. */
    price: integer('price').notNull(),
    currency: text('currency').notNull().default('CNY'),
    proposedAt: instant('proposed_at').notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => staff.id),
    decision: text('decision', { enum: extraDecisions }),
    decidedAt: instant('decided_at'),
    /** The customer, by name; null when the crew withdrew it. */
    decidedBy: text('decided_by'),
    /** On the crew's phone, or on the customer's own page. */
    via: text('via', { enum: ['phone', 'link'] }),
  },
  (t) => [
    check('visit_extras_minutes', sql`${t.minutes} between 0 and 1440`),
    check('visit_extras_price', sql`${t.price} between 0 and 100000000`),
    check('visit_extras_decided', sql`(${t.decision} is null) = (${t.decidedAt} is null)`),
    check(
      'visit_extras_by_customer',
      sql`${t.decision} is null or ${t.decision} = 'withdrawn' or ${t.decidedBy} is not null`,
    ),
    index('visit_extras_visit').on(t.visitId, t.id),
  ],
)

/** VS-8: what each of the three checks found; the latest of a level counts. */
export const visitInspections = pgTable(
  'visit_inspections',
  {
    id: identity(),
    key: phoneKey(),
    visitId: visitId(),
    level: text('level', { enum: inspectionLevels }).notNull(),
    passed: boolean('passed').notNull(),
    note: text('note').notNull().default(''),
    at: instant('at').notNull(),
    by: by(),
  },
  (t) => [
    check('visit_inspections_note', sql`${t.passed} or ${t.note} <> ''`),
    index('visit_inspections_visit').on(t.visitId, t.id),
  ],
)
