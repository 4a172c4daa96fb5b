import { useWords } from '#app/i18n/use-words.ts'
import { Ago } from '#app/ui/console/page.tsx'
import { Change, Events, Section } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import type { WeekView } from './roster-view.server.ts'

/** Who changed whose hours, from → to. */
export function DutyHistory({ changes }: { changes: WeekView['changes'] }) {
  const { t, format } = useWords()
  if (changes.length === 0) return null
  return (
    <Section title={t('hotline:roster.history')}>
      <Events
        items={changes.map((entry) => ({
          key: String(entry.id),
          icon: 'cal',
          what: entry.by ?? t('hotline:roster.nobody'),
          change: entry.changes.map(({ day, name, from, to }) => (
            <span className="change-line" key={day + name}>
              {t('hotline:roster.cell', { name, day: format.day(withinDay(day)) })}{' '}
              <Change from={from ?? undefined} to={to ?? t('hotline:roster.none')} />
            </span>
          )),
          at: (
            <Ago iso={entry.at} exact={format.moment(entry.at)}>
              {format.distance(entry.at)}
            </Ago>
          ),
        }))}
      />
    </Section>
  )
}
