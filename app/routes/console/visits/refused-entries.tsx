import { useWords } from '#app/i18n/use-words.ts'
import { Events, Section, Warn } from '#app/ui/console/sections.tsx'
import { useVisit } from './loaded-visit.ts'

/** VS-6: what the crew's phones sent and the state of things didn't allow, with all that was typed into it. */
export function RefusedEntries() {
  const { refusedEntries } = useVisit()
  const { t, format } = useWords()
  if (refusedEntries.length === 0) return null
  return (
    <Section title={t('visits:visit.refused', { count: refusedEntries.length })}>
      <Warn icon="alert">{t('visits:visit.refusedText')}</Warn>
      <Events
        items={refusedEntries.map(({ id, kind, at, by, why, typed }) => ({
          key: String(id),
          icon: 's-cancel',
          tone: 'trouble',
          what: t(kind === 'no_show' ? 'words:noShow.customer' : `words:entry.${kind}`),
          by,
          change: (
            <>
              {why}
              {typed.length > 0 && <p className="typed muted">{typed.join('\n')}</p>}
            </>
          ),
          at: (
            <time className="at" dateTime={at}>
              {format.moment(at)}
            </time>
          ),
        }))}
      />
    </Section>
  )
}
