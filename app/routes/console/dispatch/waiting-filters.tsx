import { waitingReasons } from '#app/domain/visits/waiting-reasons.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterFind, FilterSelect, Grow } from '#app/ui/console/filters.tsx'
import { A } from '#app/ui/links.tsx'
import { skills } from '#db/vocabulary/visits.ts'
import { withSearch } from '../admin/filters.ts'
import { countWords } from '../navigation.ts'
import { waitingPath } from './waiting-path.ts'
import type { WaitingView } from './waiting.tsx'

/** The reasons side by side, each with how many wait for it. */
export function WaitingReasons({ data: { search, counts } }: { data: WaitingView }) {
  const { t } = useWords()
  return (
    <nav className="queues" aria-label={t('visits:waiting.reasons')}>
      {[null, ...waitingReasons].map((reason) => {
        const count = counts[reason ?? 'all']
        return (
          <A
            key={reason ?? 'all'}
            href={withSearch(waitingPath, search, { reason })}
            aria-current={search.reason === reason ? 'page' : undefined}
          >
            {t(`visits:waiting.reason.${reason ?? 'all'}`)}
            {count > 0 && <span className="muted">{countWords(t, count)}</span>}
          </A>
        )
      })}
    </nav>
  )
}

export function WaitingFilters({ data: { search, areas, filtered } }: { data: WaitingView }) {
  const { t } = useWords()
  return (
    <FilterBar label={t('visits:waiting.filter')} action={waitingPath} key={JSON.stringify(search)}>
      {search.reason && <input type="hidden" name="reason" value={search.reason} />}
      <FilterSelect
        label={t('visits:waiting.skill')}
        name="skill"
        defaultValue={search.skill ?? ''}
      >
        <option value="">{t('visits:waiting.all')}</option>
        {skills.map((skill) => (
          <option key={skill} value={skill}>
            {t(`words:skill.${skill}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect label={t('visits:waiting.area')} name="area" defaultValue={search.area ?? ''}>
        <option value="">{t('visits:waiting.all')}</option>
        {areas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="none">{t('visits:waiting.noArea')}</option>
      </FilterSelect>
      <Btn>{t('visits:waiting.apply')}</Btn>
      {filtered && <TextLink href={waitingPath}>{t('visits:waiting.clear')}</TextLink>}
      <Grow />
      <FilterFind
        label={t('visits:waiting.find')}
        name="q"
        placeholder={t('visits:waiting.find')}
        defaultValue={search.q ?? ''}
        maxLength={80}
      />
    </FilterBar>
  )
}
