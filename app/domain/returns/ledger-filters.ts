import { z } from 'zod'
import { caseStatuses, parties, remedies, returnReasons } from '#db/vocabulary/returns.ts'

/** The states a case may have, and all but the cancelled ones. */
export const ledgerStatuses = ['counted', ...caseStatuses] as const

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
export type LedgerFilter = keyof LedgerFilters

export const noLedgerFilters: LedgerFilters = LedgerFilters.parse({})

/** The filters as an address has them. */
export function ledgerSearch(filters: Partial<LedgerFilters>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, value === null ? null : String(value)]),
  )
}
