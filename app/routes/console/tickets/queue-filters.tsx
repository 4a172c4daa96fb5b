import type { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { queryOf } from '#app/domain/tickets/ticket-query.ts'
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
import type { FilterLists } from './filter-lists.server.ts'
import { filterNames, useFilterWords } from './filter-words.ts'

/** The filters in force as chips, a panel to add to them, and the search. All of it is the address. */
export function QueueFilters({ filters, lists }: { filters: TicketFilters; lists: FilterLists }) {
  const { t } = useWords()
  const words = useFilterWords(lists)
  const choices = words.choicesFor(filters)
  return (
    <FilterBar
      label={t('tickets:filter.label')}
      action="/console/tickets"
      key={JSON.stringify(filters)}
    >
      {!filters.q && <input type="hidden" name="queue" value={filters.queue} />}
      {words.inForce(filters).map(({ name, term, label }) => (
        <FilterChip
          key={name}
          name={term}
          value={label}
          removeHref={`/console/tickets?${queryOf(filters, name)}`}
          removeLabel={t('tickets:filter.remove', { name: term, value: label })}
        />
      ))}
      {filters.q && (
        <FilterChip
          name={t('tickets:filter.q')}
          value={filters.q}
          removeHref={`/console/tickets?${queryOf(filters, 'q')}`}
          removeLabel={t('tickets:filter.remove', {
            name: t('tickets:filter.q'),
            value: filters.q,
          })}
        />
      )}
      <FilterAdd label={t('tickets:filter.add')}>
        {filterNames.map((name) => (
          <FilterSelect
            key={name}
            label={t(`tickets:filter.${name}`)}
            name={name}
            defaultValue={filters[name] ?? ''}
          >
            <option value="">
              {name === 'sort' ? t('tickets:filter.ownOrder') : t('tickets:filter.any')}
            </option>
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
        keys="F"
      />
    </FilterBar>
  )
}
