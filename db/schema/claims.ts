import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { claimStatuses } from '../vocabulary/returns.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference } from './columns.ts'
import { returnCases } from './returns.ts'

/** A claim on the supplier for their share of a case. */
export const supplierClaims = pgTable(
  'supplier_claims',
  {
    id: identity(),
    number: text('number')
      .notNull()
      .unique()
      .generatedAlwaysAs(sql`'SC' || (100000 + id)::text`),
    caseId: reference('case_id')
      .notNull()
      .references(() => returnCases.id),
    supplier: text('supplier').notNull(),
    /** Minor units of `currency`. */
    amount: reference('amount').notNull(),
    currency: text('currency').notNull(),
    status: text('status', { enum: claimStatuses }).notNull().default('open'),
    note: text('note').notNull().default(''),
    madeAt: instant('made_at').notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => staff.id),
    sentAt: instant('sent_at'),
    settledAt: instant('settled_at'),
    /** What the supplier gave, minor units. */
    credited: reference('credited'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    check('supplier_claims_amount', sql`${t.amount} > 0`),
    check(
      'supplier_claims_sent',
      sql`${t.status} in ('open', 'withdrawn') or ${t.sentAt} is not null`,
    ),
    check(
      'supplier_claims_settled',
      sql`(${t.status} in ('credited', 'refused', 'withdrawn')) = (${t.settledAt} is not null)`,
    ),
    check(
      'supplier_claims_credited',
      sql`(${t.status} = 'credited') = (${t.credited} is not null)`,
    ),
    uniqueIndex('supplier_claims_once')
      .on(t.caseId, t.supplier)
      .where(sql`${t.status} <> 'withdrawn'`),
    index('supplier_claims_waiting')
      .on(t.madeAt.desc(), t.id.desc())
      .where(sql`${t.status} in ('open', 'sent')`),
    index('supplier_claims_status').on(t.status, t.madeAt.desc(), t.id.desc()),
    index('supplier_claims_made').on(t.madeAt.desc(), t.id.desc()),
  ],
)

/** What became of a claim, who noted it and when; nothing of it is changed. */
export const claimSteps = pgTable(
  'claim_steps',
  {
    id: identity(),
    claimId: reference('claim_id')
      .notNull()
      .references(() => supplierClaims.id),
    status: text('status', { enum: claimStatuses }).notNull(),
    /** What the supplier said, or why it was withdrawn. */
    note: text('note').notNull().default(''),
    /** What they gave, minor units. */
    credited: reference('credited'),
    at: instant('at').notNull(),
    /** None where it was sent before this was kept. */
    by: uuid('by').references(() => staff.id),
  },
  (t) => [index('claim_steps_claim').on(t.claimId, t.id)],
)
