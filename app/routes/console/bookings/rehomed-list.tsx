import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import type { RehomedView } from './stranded-view.server.ts'

/** Which visits have moved, and which still need somebody to call. */
export function RehomedList({
  intent,
  visits,
}: {
  intent: 'take' | 'move' | 'all'
  visits: RehomedView[]
}) {
  const { t, format, locale } = useWords()
  const en = locale === 'en'
  const moved = visits.filter(({ why }) => why === null)
  const stay = visits.filter(({ why }) => why !== null)
  const what = (visit: RehomedView) => {
    const crew = en ? visit.crewEn : visit.crewZh
    if (intent === 'move') {
      return t('bookings:stranded.movedTo', { moment: format.moment(visit.windowStart), crew })
    }
    const time = visit.plannedStart ? format.time(visit.plannedStart) : ''
    return t('bookings:stranded.movedOne', { crew, time })
  }
  return (
    <Section title={t('bookings:stranded.resultLabel')}>
      <div role="status">
        {moved.length > 0 && (
          <Warn tone="good" icon="check">
            <b>{t('bookings:stranded.moved', { count: moved.length })}</b>
            <ul className="result-list">
              {moved.map((visit) => (
                <li key={visit.id}>
                  <Line visit={visit} /> {what(visit)}{' '}
                  {intent === 'move' &&
                    t(visit.hasEmail ? 'bookings:stranded.told' : 'bookings:stranded.toCall')}
                </li>
              ))}
            </ul>
          </Warn>
        )}
        {stay.length > 0 && (
          <div className={moved.length > 0 ? 'mt' : undefined}>
            <Warn icon="alert">
              <b>{t('bookings:stranded.stay', { count: stay.length })}</b>
              <ul className="result-list">
                {stay.map((visit) => (
                  <li key={visit.id}>
                    <Line visit={visit} /> {visit.why}
                  </li>
                ))}
              </ul>
            </Warn>
          </div>
        )}
      </div>
    </Section>
  )
}

function Line({ visit }: { visit: RehomedView }) {
  return (
    <>
      <TextLink href={`/console/visits/${visit.id}`}>{visit.number}</TextLink> <b>{visit.name}</b>
    </>
  )
}
