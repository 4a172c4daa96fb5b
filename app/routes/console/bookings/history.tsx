import { useWords } from '#app/i18n/use-words.ts'
import { Ago } from '#app/ui/console/page.tsx'
import { Change, Events, Section } from '#app/ui/console/sections.tsx'
import { useCategories } from '../use-categories.ts'
import type { ChangeView } from './history.server.ts'
import { valueWords } from './history-words.ts'

/** An area's names: the log keeps the Chinese one. */
interface NameOf {
  zh: string
  en: string
}

/** Who changed what and when, from → to. */
export function History({
  changes,
  title,
  names,
}: {
  changes: ChangeView[]
  title?: string
  names?: NameOf[]
}) {
  const { t, format } = useWords()
  return (
    <Section title={title ?? t('roster:set.history')}>
      {changes.length === 0 ? (
        <p className="muted">{t('roster:set.historyNone')}</p>
      ) : (
        <Events
          items={changes.map((entry) => ({
            key: String(entry.id),
            icon: 'tune',
            what: entry.by ?? t('roster:history.nobody'),
            change: <ChangeLines changes={entry.changes} names={names} />,
            at: (
              <Ago iso={entry.at} exact={format.moment(entry.at)}>
                {format.distance(entry.at)}
              </Ago>
            ),
          }))}
        />
      )}
    </Section>
  )
}

/** Each fact that changed, from → to. */
export function ChangeLines({
  changes,
  names = [],
}: Pick<ChangeView, 'changes'> & { names?: NameOf[] }) {
  const { t, format, locale } = useWords()
  const { categoryName } = useCategories()
  const nameOf = (name: string) =>
    (locale === 'en' && names.find(({ zh }) => zh === name)?.en) || name
  const say = (field: string, value: string) =>
    valueWords({ t, format, nameOf, categoryName }, field, value)
  return changes.map(({ field, from, to }) => (
    <span className="change-line" key={field}>
      {t(`roster:history.field.${field}`)}{' '}
      <Change
        from={from === null ? undefined : say(field, from)}
        to={to === null ? t('roster:none') : say(field, to)}
      />
    </span>
  ))
}
