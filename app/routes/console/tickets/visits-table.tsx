import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Status, Tag } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { PromiseOutcomeStatus } from '../dispatch/promise-outcome.tsx'
import { VisitStatus } from '../visits/visit-status.tsx'
import type { VisitView } from './ticket-view.server.ts'
import type { VisitStanding } from './visit-standing.server.ts'

/** Every visit of the ticket, with its way to the visit's own page. */
export function VisitsTable({
  visits,
  linked,
  promised,
  marked,
}: { visits: VisitView[]; linked: boolean } & VisitStanding) {
  const { t, format } = useWords()
  if (visits.length === 0) return <p className="muted">{t('tickets:visits.none')}</p>
  return (
    <Table
      lines
      label={t('rowsOf', { what: t('tickets:visits.title') })}
      head={[
        { label: t('tickets:visits.window') },
        { label: t('tickets:visits.crew') },
        { label: t('tickets:visits.work') },
        { label: t('tickets:visits.status') },
        { label: t('tickets:visits.arrived'), num: true },
        { label: t('tickets:visits.onSite'), num: true },
      ]}
    >
      {visits.map((visit) => {
        const window = `${format.day(visit.start)} ${format.span(visit.start, visit.end)}`
        const promise = promised.find(({ visitId }) => visitId === visit.id)
        return (
          <tr key={visit.id}>
            <th scope="row" className="nowrap">
              {linked ? (
                <TextLink
                  href={`/console/visits/${visit.id}`}
                  aria-label={t('tickets:visits.see', { window })}
                >
                  {window}
                </TextLink>
              ) : (
                window
              )}
              {promise && (
                <div className="muted xs">
                  {promise.madeBy === null
                    ? t('promises:promisedOnline')
                    : t('promises:promisedBy', { name: promise.madeBy })}
                </div>
              )}
            </th>
            <td>{visit.crew ?? <span className="muted">{t('tickets:visits.noCrew')}</span>}</td>
            <td>{visit.work}</td>
            <td>
              <VisitStatus visit={visit} more={visit.signed && `, ${t('tickets:visits.signed')}`} />
              {visit.signed && (
                <div className="xs">
                  <TextLink href={`/console/visits/${visit.id}/record`} target="_blank">
                    {t('tickets:visits.record')}
                  </TextLink>
                </div>
              )}
              {visit.overbooked && <Tag>{t('tickets:visits.overbooked')}</Tag>}
              {promise && (promise.outcome === 'kept' || promise.outcome === 'broken') && (
                <div className="xs">
                  <PromiseOutcomeStatus promise={promise} />
                </div>
              )}
              {marked
                .filter(({ visitId }) => visitId === visit.id)
                .map(({ kind, note }) => (
                  <div key={kind} className="xs">
                    <Status tone="trouble" icon="s-risk">
                      {t(`visits:marks.kind.${kind}`)}
                    </Status>
                    <div className="muted">{note}</div>
                  </div>
                ))}
            </td>
            <td className="num" data-label={t('tickets:visits.arrived')}>
              {visit.arrivedAt ? format.time(visit.arrivedAt) : '–'}
            </td>
            <td className="num" data-label={t('tickets:visits.onSite')}>
              {visit.minutesOnSite === null ? '–' : format.minutes(visit.minutesOnSite)}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
