import type { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { FilterLists } from './filter-lists.server.ts'
import { useFilterWords } from './filter-words.ts'

/** What a view shows: its queue, then what narrows it. */
export function ViewWords({ filters, lists }: { filters: TicketFilters; lists: FilterLists }) {
  const { t } = useWords()
  const { inForce } = useFilterWords(lists)
  const words = [
    filters.q
      ? t('tickets:queue.found', { q: filters.q })
      : t(`tickets:queue.${filters.queue ?? 'open'}`),
    ...inForce(filters).map(({ term, label }) => `${term} ${label}`),
  ]
  return words.join(' · ')
}
