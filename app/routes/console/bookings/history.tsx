import { useWords } from '#app/i18n/use-words.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { Ago } from '#app/ui/console/page.tsx'
import { Change, Events, Section } from '#app/ui/console/sections.tsx'
import type { ChangeView } from './history.server.ts'

/** Who changed what and when, from → to. */
export function History({ changes, title }: { changes: ChangeView[]; title?: string }) {
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
            change: <ChangeLines changes={entry.changes} />,
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
export function ChangeLines({ changes }: Pick<ChangeView, 'changes'>) {
  const { t } = useWords()
  return changes.map(({ field, from, to }) => (
    <span className="change-line" key={field}>
      {t(`roster:history.field.${field}`)}{' '}
      <Change
        from={from === null ? undefined : valueWord(t, field, from)}
        to={to === null ? t('roster:none') : valueWord(t, field, to)}
      />
    </span>
  ))
}

const lists: Record<string, 'words:skill' | 'words:category'> = {
  skills: 'words:skill',
  bookableCategories: 'words:category',
}

/** The log keeps values in no language; what has a word is said with it. */
function valueWord(t: Translate, field: string, value: string): string {
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'roster:yes' : 'roster:no')
  if (field === 'status') return t(`roster:leave.status.${value}` as 'roster:leave.status.asked')
  const words = lists[field]
  if (!words) return value
  return value
    .split(', ')
    .map((one) => t(`${words}.${one}` as 'words:skill.repair'))
    .join(t('roster:comma'))
}
