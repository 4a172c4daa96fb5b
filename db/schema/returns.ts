import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  caseStatuses,
  consequenceKinds,
  consequenceStatuses,
  type Costs,
  decisionLevels,
  openCaseStatuses,
  originalFates,
  parties,
  type Plan,
  refundMethods,
  remedies,
  returnReasons,
  returnWishes,
} from '../vocabulary/returns.ts'
import { skills } from '../vocabulary/visits.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference } from './columns.ts'
import { crews } from './crews.ts'
import { orderLines, orders } from './customers.ts'
import { products } from './stores.ts'
import { tickets } from './tickets.ts'
import { visits } from './visits.ts'

/** A carton or a piece of a product, in both languages. */
export interface Piece {
  zh: string
  en: string
}

/** Written out, not as parameters: the planner matches it with the partial indexes of open cases. */
const isOpenCase = (status: AnyPgColumn) =>
  sql`${status} in (${sql.raw(openCaseStatuses.map((one) => `'${one}'`).join(', '))})`

/** RX-1, RX-2: a term under which something is covered; a setting. The product's own warranty is one more, built in. */
export const returnTerms = pgTable(
  'return_terms',
  {
    id: identity(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    /** For this product alone; for all when null. */
    productId: reference('product_id').references(() => products.id),
    reasons: text('reasons', { enum: returnReasons }).array().notNull(),
    /** What it entitles to. */
    remedies: text('remedies', { enum: remedies }).array().notNull(),
    /** Counted from the delivery; one of the two. */
    days: smallint('days'),
    months: smallint('months'),
    /** Only while it is not unpacked. */
    unopened: boolean('unopened').notNull().default(false),
    position: smallint('position').notNull().default(0),
    active: boolean('active').notNull().default(true),
  },
  (t) => [
    check('return_terms_span', sql`(${t.days} is null) <> (${t.months} is null)`),
    check('return_terms_positive', sql`${t.days} > 0 or ${t.months} > 0`),
    index('return_terms_position').on(t.position, t.id),
  ],
)

/** 退换货: a request to return or exchange; it hangs on a ticket, one open case a ticket. */
export const returnCases = pgTable(
  'return_cases',
  {
    id: identity(),
    /** As people say it: `RX100042`. */
    number: text('number')
      .notNull()
      .unique()
      .generatedAlwaysAs(sql`'RX' || (100000 + id)::text`),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    orderId: reference('order_id').references(() => orders.id),
    orderLineId: reference('order_line_id').references(() => orderLines.id),
    productId: reference('product_id').references(() => products.id),
    /** As it is called on the order, or as the customer called it. */
    product: text('product').notNull(),
    quantity: integer('quantity').notNull().default(1),
    /** What of it is wrong; the whole when empty. */
    pieces: jsonb('pieces').$type<Piece[]>().notNull().default([]),
    reason: text('reason', { enum: returnReasons }).notNull(),
    wish: text('wish', { enum: returnWishes }).notNull(),
    /** The customer's own words. */
    words: text('words').notNull(),
    /** Null while nobody asked. */
    unpacked: boolean('unpacked'),
    misused: boolean('misused'),
    deliveredOn: date('delivered_on'),
    /** What the factory's label says. */
    batch: text('batch').notNull().default(''),
    status: text('status', { enum: caseStatuses }).notNull().default('asked'),
    /** Who must at least let the next decision stand; a disagreement raises it. */
    level: text('level', { enum: decisionLevels }).notNull().default('desk'),
    /** The decision in force, whose consequences are those not cancelled. */
    decisionId: reference('decision_id').references((): AnyPgColumn => returnDecisions.id),
    /** The decision that waits for its approval. */
    pendingId: reference('pending_id').references((): AnyPgColumn => returnDecisions.id),
    /** Cause and shares in force. */
    answerabilityId: reference('answerability_id').references(
      (): AnyPgColumn => answerabilities.id,
    ),
    /** A change of them that waits for its approval. */
    answerabilityPendingId: reference('answerability_pending_id').references(
      (): AnyPgColumn => answerabilities.id,
    ),
    askedAt: instant('asked_at').notNull(),
    /** Decided by then. */
    dueAt: instant('due_at').notNull(),
    /** RX-3: the one time the customer disagreed, and what they said. */
    appealedAt: instant('appealed_at'),
    appealWords: text('appeal_words'),
    closedAt: instant('closed_at'),
    cancelledAt: instant('cancelled_at'),
    cancelReason: text('cancel_reason'),
    version: integer('version').notNull().default(1),
    submissionKey: text('submission_key').unique(),
  },
  (t) => [
    check('return_cases_quantity', sql`${t.quantity} > 0`),
    check('return_cases_pending', sql`(${t.status} = 'approving') = (${t.pendingId} is not null)`),
    check(
      'return_cases_decided',
      sql`${t.status} not in ('acting', 'closed') or ${t.decisionId} is not null`,
    ),
    check('return_cases_appeal', sql`(${t.appealedAt} is null) = (${t.appealWords} is null)`),
    check('return_cases_appealed', sql`${t.status} <> 'appealed' or ${t.appealedAt} is not null`),
    check('return_cases_closed', sql`(${t.status} = 'closed') = (${t.closedAt} is not null)`),
    // RX-5: none ends without its cause and who is answerable.
    check(
      'return_cases_answerable',
      sql`${t.status} <> 'closed' or ${t.answerabilityId} is not null`,
    ),
    check(
      'return_cases_cancelled',
      sql`(${t.status} = 'cancelled') = (${t.cancelledAt} is not null) and (${t.cancelledAt} is null) = (${t.cancelReason} is null)`,
    ),
    uniqueIndex('return_cases_one_open_a_ticket').on(t.ticketId).where(isOpenCase(t.status)),
    index('return_cases_ticket').on(t.ticketId),
    index('return_cases_open').on(t.dueAt, t.id).where(isOpenCase(t.status)),
    index('return_cases_status').on(t.status, t.askedAt.desc(), t.id.desc()),
    index('return_cases_asked').on(t.askedAt.desc(), t.id.desc()),
    index('return_cases_reason').on(t.reason, t.askedAt.desc(), t.id.desc()),
    index('return_cases_product').on(t.productId, t.askedAt.desc(), t.id.desc()),
    index('return_cases_called').on(t.product, t.askedAt.desc(), t.id.desc()),
    index('return_cases_order').on(t.orderId),
    index('return_cases_shares_wait')
      .on(t.dueAt, t.id)
      .where(sql`${t.answerabilityPendingId} is not null`),
  ],
)

/** A term and how it was judged, as it stood that day. */
export interface JudgedTerm {
  nameZh: string
  nameEn: string
  until: string | null
  verdict: 'applies' | 'over' | 'not_met' | 'unknown'
}

/** RX-3: each decision is an entry of its own; append only. */
export const returnDecisions = pgTable(
  'return_decisions',
  {
    id: identity(),
    caseId: reference('case_id')
      .notNull()
      .references((): AnyPgColumn => returnCases.id),
    seq: smallint('seq').notNull(),
    remedy: text('remedy', { enum: remedies }).notNull(),
    why: text('why').notNull(),
    /** What the customer is told. */
    told: text('told').notNull(),
    /** RX-2: the terms as they were judged. */
    terms: jsonb('terms').$type<JudgedTerm[]>().notNull(),
    costs: jsonb('costs').$type<Costs>().notNull(),
    /** What the company bears, minor units; the sum of `costs`. */
    total: reference('total').notNull(),
    currency: text('currency').notNull(),
    /** What it sets going, as it was chosen: `ConsequencePlan` of domain/returns. */
    /** Without words once its customer is erased. */
    plan: jsonb('plan').$type<Plan>().notNull(),
    /** Whose signature it needs; `desk`: none beyond who decided. */
    needs: text('needs', { enum: decisionLevels }).notNull(),
    at: instant('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => staff.id),
    submissionKey: text('submission_key').unique(),
  },
  (t) => [
    unique('return_decisions_seq').on(t.caseId, t.seq),
    index('return_decisions_by').on(t.by, t.id),
  ],
)

/** RX-2: who let a decision stand or sent it back, and what was before them; append only. */
export const returnApprovals = pgTable('return_approvals', {
  decisionId: reference('decision_id')
    .primaryKey()
    .references(() => returnDecisions.id),
  approved: boolean('approved').notNull(),
  reason: text('reason').notNull(),
  /** The costs, the terms and the customer's history as they were on the page. */
  saw: jsonb('saw').$type<Record<string, unknown>>().notNull(),
  at: instant('at').notNull(),
  by: uuid('by')
    .notNull()
    .references(() => staff.id),
})

/** RX-4: one thing to be done for a decision. */
export const returnConsequences = pgTable(
  'return_consequences',
  {
    id: identity(),
    caseId: reference('case_id')
      .notNull()
      .references(() => returnCases.id),
    decisionId: reference('decision_id')
      .notNull()
      .references(() => returnDecisions.id),
    kind: text('kind', { enum: consequenceKinds }).notNull(),
    status: text('status', { enum: consequenceStatuses }).notNull().default('open'),
    /** What is to be brought, done or paid, in the words of who decided. */
    what: text('what').notNull(),
    /** When goods or a part are promised to be there; a civil date. */
    promisedOn: date('promised_on'),
    /** What must be done before: a visit waits for its goods, an original for its collection. */
    afterId: reference('after_id').references((): AnyPgColumn => returnConsequences.id),
    skill: text('skill', { enum: skills }),
    /** A visit is in no window that begins before this, while what it waits for isn't there. */
    notBefore: instant('not_before'),
    /** VS-5: the delivery takes the original along. */
    collects: boolean('collects').notNull().default(false),
    visitId: reference('visit_id').references(() => visits.id),
    /** Minor units of `currency`. */
    amount: reference('amount'),
    currency: text('currency'),
    method: text('method', { enum: refundMethods }),
    madeAt: instant('made_at').notNull(),
    startedAt: instant('started_at'),
    startedBy: uuid('started_by').references(() => staff.id),
    doneAt: instant('done_at'),
    doneBy: uuid('done_by').references(() => staff.id),
    /** A transfer's reference, where goods were put. */
    note: text('note').notNull().default(''),
    cancelledAt: instant('cancelled_at'),
    cancelledBecause: text('cancelled_because'),
  },
  (t) => [
    check(
      'return_consequences_visit',
      sql`(${t.kind} in ('collection', 'delivery', 'repair')) = (${t.skill} is not null) and (${t.visitId} is null or ${t.skill} is not null)`,
    ),
    // A visit that is booked is never forgotten, nor is one without.
    check(
      'return_consequences_booked',
      sql`${t.skill} is null or ${t.status} <> 'going' or ${t.visitId} is not null`,
    ),
    check('return_consequences_gate', sql`${t.notBefore} is null or ${t.skill} is not null`),
    check(
      'return_consequences_refund',
      sql`(${t.kind} = 'refund') = (${t.amount} is not null) and (${t.amount} is null) = (${t.currency} is null) and (${t.amount} is null) = (${t.method} is null)`,
    ),
    check('return_consequences_amount', sql`${t.amount} > 0`),
    check(
      'return_consequences_promised',
      sql`(${t.kind} in ('goods', 'part')) = (${t.promisedOn} is not null)`,
    ),
    check('return_consequences_done', sql`(${t.status} = 'done') = (${t.doneAt} is not null)`),
    check(
      'return_consequences_cancelled',
      sql`(${t.status} = 'cancelled') = (${t.cancelledAt} is not null) and (${t.cancelledAt} is null) = (${t.cancelledBecause} is null)`,
    ),
    uniqueIndex('return_consequences_one_a_visit')
      .on(t.visitId)
      .where(sql`${t.visitId} is not null`),
    index('return_consequences_case').on(t.caseId, t.id),
    index('return_consequences_after')
      .on(t.afterId)
      .where(sql`${t.afterId} is not null`),
    index('return_consequences_to_do')
      .on(t.kind, t.promisedOn, t.id)
      .where(sql`${t.status} in ('open', 'going')`),
  ],
)

/** RX-4: what was found when an original was back; append only. Its photos are attachments of the case. */
export const returnInspections = pgTable('return_inspections', {
  consequenceId: reference('consequence_id')
    .primaryKey()
    .references(() => returnConsequences.id),
  condition: text('condition').notNull(),
  fate: text('fate', { enum: originalFates }).notNull(),
  at: instant('at').notNull(),
  by: uuid('by')
    .notNull()
    .references(() => staff.id),
})

/** RX-5: the cause of a case and who is answerable; append only, a change is a new one. */
export const answerabilities = pgTable(
  'answerabilities',
  {
    id: identity(),
    caseId: reference('case_id')
      .notNull()
      .references((): AnyPgColumn => returnCases.id),
    seq: smallint('seq').notNull(),
    cause: text('cause').notNull(),
    /** What shows it: photos, a reading, a signed record. */
    evidence: text('evidence').notNull(),
    /** Why it is changed; empty on the first. */
    why: text('why').notNull().default(''),
    at: instant('at').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => staff.id),
    submissionKey: text('submission_key').unique(),
  },
  (t) => [unique('answerabilities_seq').on(t.caseId, t.seq)],
)

/** RX-5: shares in percent, 100 in all (a constraint trigger in the migration); append only. */
export const answerabilityShares = pgTable(
  'answerability_shares',
  {
    id: identity(),
    answerabilityId: reference('answerability_id')
      .notNull()
      .references(() => answerabilities.id),
    party: text('party', { enum: parties }).notNull(),
    percent: smallint('percent').notNull(),
    note: text('note').notNull().default(''),
    /** The crew or the colleague, where it is known. */
    crewId: reference('crew_id').references(() => crews.id),
    staffId: uuid('staff_id').references(() => staff.id),
  },
  (t) => [
    check('answerability_shares_percent', sql`${t.percent} between 1 and 100`),
    unique('answerability_shares_once')
      .on(t.answerabilityId, t.party, t.crewId, t.staffId)
      .nullsNotDistinct(),
    index('answerability_shares_staff')
      .on(t.staffId)
      .where(sql`${t.staffId} is not null`),
    index('answerability_shares_crew')
      .on(t.crewId)
      .where(sql`${t.crewId} is not null`),
  ],
)

/** A change of shares that was approved or refused; append only. */
export const answerabilityApprovals = pgTable('answerability_approvals', {
  answerabilityId: reference('answerability_id')
    .primaryKey()
    .references(() => answerabilities.id),
  approved: boolean('approved').notNull(),
  reason: text('reason').notNull(),
  at: instant('at').notNull(),
  by: uuid('by')
    .notNull()
    .references(() => staff.id),
})
