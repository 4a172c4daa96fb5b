import type { LedgerFilters } from '#app/domain/returns/ledger-filters.ts'
import { ledgerSearch } from '#app/domain/returns/ledger-filters.ts'
import { withSearch } from '../lists/list-address.ts'
import { returnsPath } from './case-look.ts'

export const ledgerRoot = `${returnsPath}/ledger`
export const figuresRoot = `${returnsPath}/figures`

/** The ledger, or one of its exports, with these filters. */
export const ledgerPath = (
  filters: Partial<LedgerFilters>,
  change: Record<string, string | null> = {},
  page: '' | '/export.csv' | '/export.xlsx' | '/paper' = '',
) => withSearch(`${ledgerRoot}${page}`, ledgerSearch(filters), change)

export const figuresPath = (span: Pick<LedgerFilters, 'from' | 'to' | 'store'>) =>
  withSearch(figuresRoot, ledgerSearch(span))
