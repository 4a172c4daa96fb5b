import { useWords } from '#app/i18n/use-words.ts'
import { Ago } from '#app/ui/console/page.tsx'
import { Change, Events, Section } from '#app/ui/console/sections.tsx'
import { ChangeLines } from '../bookings/history.tsx'
import { isReturnField, sayReturnField, sayReturnValue } from './return-change-words.ts'
import type { ReturnChange } from './return-history.server.ts'

/** Who changed what of the settings of returns and when, from → to. */
export function ReturnHistory({ changes }: { changes: ReturnChange[] }) {
  const { t, format } = useWords()
  return (
    <Section title={t('roster:set.history')}>
      {changes.length === 0 ? (
        <p className="muted">{t('roster:set.historyNone')}</p>
      ) : (
        <Events
          items={changes.map((entry) => ({
            key: String(entry.id),
            icon: 'tune',
            what: entry.by ?? t('roster:history.nobody'),
            change: entry.changes.map((change) => <Line key={change.field} {...change} />),
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

function Line({ field, from, to }: ReturnChange['changes'][number]) {
  const { t } = useWords()
  if (!isReturnField(field)) return <ChangeLines changes={[{ field, from, to }]} />
  return (
    <span className="change-line">
      {sayReturnField(t, field)}{' '}
      <Change
        from={from === null ? undefined : sayReturnValue(t, field, from)}
        to={to === null ? t('roster:none') : sayReturnValue(t, field, to)}
      />
    </span>
  )
}
