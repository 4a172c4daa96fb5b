import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import type { WindowView } from './window-view.server.ts'

/** How a window stands, in shape and words. */
export function Standing({ window }: { window: WindowView }) {
  const { t } = useWords()
  const counts = { booked: window.booked, places: window.places }
  if (window.past) {
    return (
      <Status tone="idle" icon="s-closed" filled>
        {t('bookings:panel.past', counts)}
      </Status>
    )
  }
  if (window.closedAt) {
    return (
      <Status tone="idle" icon="s-pause" filled>
        {t('bookings:panel.shut', counts)}
      </Status>
    )
  }
  if (window.overbooked > 0) {
    return (
      <Status tone="trouble" icon="alert" filled>
        {t('bookings:panel.over', counts)}
      </Status>
    )
  }
  if (window.places === 0) {
    return (
      <Status tone="idle" icon="s-cancel" filled>
        {t(window.worked ? 'bookings:panel.elsewhere' : 'bookings:panel.none')}
      </Status>
    )
  }
  return window.left === 0 ? (
    <Status tone="waiting" icon="s-risk" filled>
      {t('bookings:panel.full', counts)}
    </Status>
  ) : (
    <Status tone="active" icon="s-sched" filled>
      {t('bookings:panel.open', counts)}
    </Status>
  )
}

/** The crews and what they have in this window; then those that still have time. */
export function CrewsOfWindow({ window }: { window: WindowView }) {
  const { t, format, locale } = useWords()
  const en = locale === 'en'
  if (window.visits.length === 0 && window.free.length === 0) {
    return <p className="muted mt">{t('bookings:panel.noVisits')}</p>
  }
  return (
    <div className="mt">
      <Table
        label={t('bookings:panel.crewsLabel')}
        head={[
          { label: t('bookings:panel.crew') },
          { label: t('bookings:panel.booked') },
          { label: t('bookings:panel.time'), num: true },
        ]}
      >
        {window.visits.map((visit) => (
          <tr key={visit.id}>
            <th scope="row">
              {(en ? visit.crewEn : visit.crewZh) ?? (
                <span className="muted">{t('bookings:panel.noCrew')}</span>
              )}
            </th>
            <td>
              <TextLink href={`/console/visits/${visit.id}`}>{visit.name}</TextLink>
              {en ? ', ' : '，'}
              {visit.work} <span className="muted xs nowrap">{visit.number}</span>
              {visit.stranded && (
                <>
                  {' '}
                  <Status tone="trouble" icon="s-risk">
                    {t('bookings:panel.mustMove')}
                  </Status>
                </>
              )}
              {visit.urgent && <span className="tag">{t('bookings:panel.urgent')}</span>}
            </td>
            <td className="num">{visit.start ? format.time(visit.start) : ''}</td>
          </tr>
        ))}
        {window.free.map((crew) => (
          <tr key={`free-${crew.id}`}>
            <th scope="row" className="muted">
              {en ? crew.nameEn : crew.nameZh}
            </th>
            <td className="muted">{t('bookings:panel.free', { count: crew.places })}</td>
            <td className="num muted">{format.time(crew.start)}</td>
          </tr>
        ))}
      </Table>
    </div>
  )
}
