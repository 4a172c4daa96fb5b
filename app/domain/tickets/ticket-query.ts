import type { TicketFilters } from './ticket-filters.ts'

/** For how many days back, today among them. */
export const filterDays = [1, 7, 30] as const

/** What narrows a queue, in the order in which it is shown. */
export const narrowing = [
  'status',
  'kind',
  'severity',
  'category',
  'channel',
  'store',
  'area',
  'owner',
  'tag',
  'days',
] as const
export type Narrowing = (typeof narrowing)[number]

/** The same filters in an address, always in one order; pages are not among them. */
export function queryOf(filters: TicketFilters, without?: Narrowing | 'q' | 'sort'): string {
  const params = new URLSearchParams()
  for (const name of ['queue', ...narrowing, 'sort', 'q'] as const) {
    const value = filters[name]
    if (value !== undefined && name !== without) params.set(name, String(value))
  }
  return params.toString()
}
