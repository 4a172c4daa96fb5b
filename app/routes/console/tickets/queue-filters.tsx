import type { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import {
  FilterAdd,
  FilterBar,
  FilterChip,
  FilterFind,
  FilterSelect,
  Grow,
} from '#app/ui/console/filters.tsx'
import { severities, ticketChannels, ticketKinds, ticketStatuses } from '#db/vocabulary/tickets.ts'

type Filter = 'status' | 'kind' | 'severity' | 'channel' | 'store' | 'sort'
type Choice = { value: string; label: string }

/** The filters in force as chips, a panel to add to them, and the search. All of it is the address. */
export function QueueFilters({
  filters,
  stores,
}: {
  filters: TicketFilters
  stores: { id: number; name: string }[]
}) {
  const { t } = useWords()
  const choices: Record<Filter, Choice[]> = {
    status: ticketStatuses.map((value) => ({ value, label: t(`words:ticketStatus.${value}`) })),
    kind: ticketKinds.map((value) => ({ value, label: t(`words:ticketKind.${value}`) })),
    severity: severities.map((value) => ({
      value: String(value),
      label: `${value} ${t(`words:severityMeaning.${value}`)}`,
    })),
    channel: ticketChannels.map((value) => ({ value, label: t(`words:channel.${value}`) })),
    store: stores.map(({ id, name }) => ({ value: String(id), label: name })),
    sort: (['newest', 'oldest'] as const).map((value) => ({
      value,
      label: t(`tickets:queue.${value}`),
    })),
  }
  const inForce = (Object.keys(choices) as Filter[]).flatMap((name) => {
    const value = filters[name]
    if (value === undefined) return []
    const choice = choices[name].find((one) => one.value === String(value))
    return choice ? [{ name, label: choice.label }] : []
  })
  return (
    <FilterBar
      label={t('tickets:filter.label')}
      action="/console/tickets"
      key={JSON.stringify(filters)}
    >
      {!filters.q && <input type="hidden" name="queue" value={filters.queue} />}
      {inForce.map(({ name, label }) => (
        <FilterChip
          key={name}
          name={t(`tickets:filter.${name}`)}
          value={label}
          removeHref={without(filters, name)}
          removeLabel={t('tickets:filter.remove', {
            name: t(`tickets:filter.${name}`),
            value: label,
          })}
        />
      ))}
      {filters.q && (
        <FilterChip
          name={t('tickets:filter.q')}
          value={filters.q}
          removeHref={without(filters, 'q')}
          removeLabel={t('tickets:filter.remove', {
            name: t('tickets:filter.q'),
            value: filters.q,
          })}
        />
      )}
      <FilterAdd label={t('tickets:filter.add')}>
        {(Object.keys(choices) as Filter[]).map((name) => (
          <FilterSelect
            key={name}
            label={t(`tickets:filter.${name}`)}
            name={name}
            defaultValue={filters[name] ?? ''}
          >
            <option value="">{t('tickets:filter.any')}</option>
            {choices[name].map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </FilterSelect>
        ))}
        <Btn>{t('tickets:filter.apply')}</Btn>
      </FilterAdd>
      <Grow />
      <FilterFind
        id="ticket-find"
        label={t('tickets:filter.find')}
        name="q"
        placeholder={t('tickets:filter.findHint')}
        defaultValue={filters.q}
        keys="/"
      />
    </FilterBar>
  )
}

/** The same queue with one filter less. */
function without(filters: TicketFilters, gone: Filter | 'q'): string {
  const params = new URLSearchParams()
  for (const name of [
    'queue',
    'status',
    'kind',
    'severity',
    'channel',
    'store',
    'sort',
    'q',
  ] as const) {
    const value = filters[name]
    if (value !== undefined && name !== gone) params.set(name, String(value))
  }
  return `/console/tickets?${params}`
}
