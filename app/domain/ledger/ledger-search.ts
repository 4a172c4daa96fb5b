import { caseStatuses } from '#db/vocabulary/returns.ts'

/** The states a case may have, and all but the cancelled ones. */
export const ledgerStatuses = ['counted', ...caseStatuses] as const

/** The filters as an address has them. */
export const ledgerSearch = (
  filters: Readonly<Record<string, string | number | null | undefined>>,
): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, value == null ? null : String(value)]),
  )
