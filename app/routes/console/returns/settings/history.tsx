import { useWords } from '#app/i18n/use-words.ts'
import { Ago } from '#app/ui/console/page.tsx'
import { Change, Events, Section } from '#app/ui/console/sections.tsx'
import { sayReturnField, sayReturnValue } from './change-words.ts'
import type { ReturnChange } from './history.server.ts'

/** Who changed what of the settings of returns and when, from → to. */
export function ReturnHistory({ changes }: { changes: ReturnChange[] }) {
  const { t, format } = useWords()
  return (
    <Section title={t('returnSettings:history.title')}>
      {changes.length === 0 ? (
        <p className="muted">{t('returnSettings:history.none')}</p>
      ) : (
        <Events
          items={changes.map((entry) => ({
            key: String(entry.id),
            icon: 'tune',
            what: entry.by ?? t('returnSettings:history.nobody'),
            change: entry.changes.map(({ field, from, to }) => (
              <span className="change-line" key={field}>
                {sayReturnField(t, field)}{' '}
                <Change
                  from={from === null ? undefined : sayReturnValue(t, field, from)}
                  to={
                    to === null ? t('returnSettings:history.empty') : sayReturnValue(t, field, to)
                  }
                />
              </span>
            )),
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
