import { waitingReasons } from '#app/domain/visits/waiting-reasons.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { FilterFind, Grow } from '#app/ui/console/filters.tsx'
import { A } from '#app/ui/links.tsx'
import { skills } from '#db/vocabulary/visits.ts'
import { withSearch } from '../lists/list-address.ts'
import { ListChoice, ListFilters } from '../lists/list-filters.tsx'
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
    <ListFilters
      label={t('visits:waiting.filter')}
      path={waitingPath}
      search={search}
      filtered={filtered}
      more={
        <>
          <Grow />
          <FilterFind
            label={t('visits:waiting.find')}
            name="q"
            placeholder={t('visits:waiting.find')}
            defaultValue={search.q ?? ''}
            maxLength={80}
          />
        </>
      }
    >
      {search.reason && <input type="hidden" name="reason" value={search.reason} />}
      <ListChoice
        label={t('visits:waiting.skill')}
        name="skill"
        chosen={search.skill}
        options={skills.map((skill) => ({ value: skill, label: t(`words:skill.${skill}`) }))}
      />
      <ListChoice
        label={t('visits:waiting.area')}
        name="area"
        chosen={search.area}
        options={[
          ...areas.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'none', label: t('visits:waiting.noArea') },
        ]}
      />
    </ListFilters>
  )
}
