import { useWords } from '#app/i18n/use-words.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterSelect } from '#app/ui/console/filters.tsx'
import { A } from '#app/ui/links.tsx'
import { promiseOutcomes } from '#db/vocabulary/promises.ts'
import { withSearch } from '../admin/filters.ts'
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
    <FilterBar label={t('promises:filter')} action={promisesPath} key={JSON.stringify(search)}>
      {search.outcome && <input type="hidden" name="outcome" value={search.outcome} />}
      <label className="chip chip-field">
        {t('promises:from')}
        <input type="date" name="from" defaultValue={search.from} />
      </label>
      <label className="chip chip-field">
        {t('promises:to')}
        <input type="date" name="to" defaultValue={search.to} />
      </label>
      <FilterSelect label={t('promises:madeBy')} name="by" defaultValue={search.by ?? ''}>
        <option value="">{t('promises:all')}</option>
        <option value="customer">{t('promises:customerOnline')}</option>
        {choices.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect label={t('promises:area')} name="area" defaultValue={search.area ?? ''}>
        <option value="">{t('promises:all')}</option>
        {choices.areas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect label={t('promises:crew')} name="crew" defaultValue={search.crew ?? ''}>
        <option value="">{t('promises:all')}</option>
        {choices.crews.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </FilterSelect>
      <Btn>{t('promises:apply')}</Btn>
      {data.filtered && <TextLink href={promisesPath}>{t('promises:clear')}</TextLink>}
    </FilterBar>
  )
}
