import type { LedgerFilters } from '#app/domain/ledger/ledger-filters.ts'
import { ledgerSearch } from '#app/domain/ledger/ledger-search.ts'
import { withSearch } from '../../lists/list-address.ts'
import { ledgerRoot } from './ledger-roots.ts'

/** The ledger, or one of its exports, with these filters. */
export const ledgerPath = (
  filters: Partial<LedgerFilters>,
  change: Record<string, string | null> = {},
  page: '' | '/export.csv' | '/export.xlsx' | '/paper' = '',
) => withSearch(`${ledgerRoot}${page}`, ledgerSearch(filters), change)
