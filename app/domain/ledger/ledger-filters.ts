import { z } from 'zod'
import { parties, remedies, returnReasons } from '#db/vocabulary/returns.ts'
import { ledgerStatuses } from './ledger-search.ts'

const day = z.iso.date().nullable().catch(null).default(null)
const one = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).nullable().catch(null).default(null)

/** RX-6: what the ledger shows, as its address says it; what makes no sense filters nothing. */
export const LedgerFilters = z.object({
  /** Civil days on which it was asked for, both included. */
  from: day,
  to: day,
  store: z.coerce.number().int().positive().nullable().catch(null).default(null),
  reason: one(returnReasons),
  /** Of the decision in force. */
  remedy: one(remedies),
  status: one(ledgerStatuses),
  /** Bears some of it by what is in force. */
  party: one(parties),
  /** Exactly so called. */
  product: z.string().trim().max(300).catch('').default(''),
  /** In the number, the order's number, the customer's name, the end of their phone, or the product. */
  q: z.string().trim().max(80).catch('').default(''),
})
export type LedgerFilters = z.output<typeof LedgerFilters>

export const noLedgerFilters: LedgerFilters = LedgerFilters.parse({})
