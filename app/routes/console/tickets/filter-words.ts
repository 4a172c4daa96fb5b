import type { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { filterDays, narrowing, type Narrowing } from '#app/domain/tickets/ticket-query.ts'
import { sortsOf } from '#app/domain/tickets/ticket-queues.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { severities, ticketChannels, ticketKinds, ticketStatuses } from '#db/vocabulary/tickets.ts'
import type { FilterLists } from './filter-lists.server.ts'

export type FilterName = Narrowing | 'sort'
type Choices = Record<FilterName, { value: string; label: string }[]>

export const filterNames: readonly FilterName[] = [...narrowing, 'sort']

/** What each filter can be, and the ones in force in words. */
export function useFilterWords(lists: FilterLists) {
  const { t } = useWords()
  const offered = (filters: TicketFilters): Choices => ({
    ...lists,
    owner: [{ value: 'nobody', label: t('tickets:filter.nobody') }, ...lists.owner],
    status: ticketStatuses.map((value) => ({ value, label: t(`words:ticketStatus.${value}`) })),
    kind: ticketKinds.map((value) => ({ value, label: t(`words:ticketKind.${value}`) })),
    severity: severities.map((value) => ({
      value: String(value),
      label: `${value} ${t(`words:severityMeaning.${value}`)}`,
    })),
    channel: ticketChannels.map((value) => ({ value, label: t(`words:channel.${value}`) })),
    days: filterDays.map((value) => ({
      value: String(value),
      label: t(`tickets:filter.day.${value}`),
    })),
    sort: sortsOf(filters.queue ?? 'open').map((value) => ({
      value,
      label: t(`tickets:queue.${value}`),
    })),
  })
  /** What is in force can be kept, also where it is no longer offered. */
  const choicesFor = (filters: TicketFilters): Choices => {
    const choices = offered(filters)
    for (const name of narrowing) {
      const value = filters[name] === undefined ? '' : String(filters[name])
      if (value === '' || choices[name].some((one) => one.value === value)) continue
      const label = name === 'tag' ? value : t('tickets:filter.gone')
      choices[name] = [...choices[name], { value, label }]
    }
    return choices
  }
  const inForce = (filters: TicketFilters) => {
    const choices = choicesFor(filters)
    return filterNames.flatMap((name) => {
      const choice = choices[name].find(({ value }) => value === String(filters[name]))
      return choice ? [{ name, term: t(`tickets:filter.${name}`), label: choice.label }] : []
    })
  }
  return { choicesFor, inForce }
}
