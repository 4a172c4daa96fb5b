import { useWords } from '#app/i18n/use-words.ts'
import { FilterDay } from '#app/ui/console/filters.tsx'
import { A } from '#app/ui/links.tsx'
import { promiseOutcomes } from '#db/vocabulary/promises.ts'
import { withSearch } from '../lists/list-address.ts'
import { ListChoice, ListFilters } from '../lists/list-filters.tsx'
import { countWords } from '../navigation.ts'
import { promisesPath } from './promise-look.ts'
import type { PromisesView } from './promises.tsx'

/** The outcomes side by side, each with how many there are in these days. */
export function PromiseOutcomes({ data }: { data: PromisesView }) {
  const { t } = useWords()
  const { search, totals } = data
  const all = Object.values(totals.byOutcome).reduce((sum, count) => sum + count, 0)
  const tab = (outcome: (typeof promiseOutcomes)[number] | null) => {
    const count = outcome ? totals.byOutcome[outcome] : all
    return (
      <A
        key={outcome ?? 'all'}
        href={withSearch(promisesPath, search, { outcome })}
        aria-current={search.outcome === outcome ? 'page' : undefined}
      >
        {outcome ? t(`promises:outcome.${outcome}`) : t('promises:all')}
        {count > 0 && (
          <span className={outcome === 'broken' ? 'late' : 'muted'}>{countWords(t, count)}</span>
        )}
      </A>
    )
  }
  return (
    <nav className="queues" aria-label={t('promises:outcomes')}>
      {tab(null)}
      {promiseOutcomes.map(tab)}
    </nav>
  )
}

export function PromiseFilters({ data }: { data: PromisesView }) {
  const { t } = useWords()
  const { search, choices } = data
  return (
    <ListFilters
      label={t('promises:filter')}
      path={promisesPath}
      search={search}
      filtered={data.filtered}
    >
      {search.outcome && <input type="hidden" name="outcome" value={search.outcome} />}
      <FilterDay label={t('promises:from')} name="from" defaultValue={search.from} />
      <FilterDay label={t('promises:to')} name="to" defaultValue={search.to} />
      <ListChoice
        label={t('promises:madeBy')}
        name="by"
        chosen={search.by}
        options={[
          { value: 'customer', label: t('promises:customerOnline') },
          ...named(choices.people),
        ]}
      />
      <ListChoice
        label={t('promises:area')}
        name="area"
        chosen={search.area}
        options={named(choices.areas)}
      />
      <ListChoice
        label={t('promises:crew')}
        name="crew"
        chosen={search.crew}
        options={named(choices.crews)}
      />
    </ListFilters>
  )
}

const named = (list: { id: string | number; name: string }[]) =>
  list.map(({ id, name }) => ({ value: id, label: name }))
