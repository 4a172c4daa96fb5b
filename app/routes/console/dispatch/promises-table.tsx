import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { PromisedBy, PromiseOutcomeStatus } from './promise-outcome.tsx'
import type { PromiseRow } from './promises.tsx'

/** The ledger's rows: who was told which window by whom, and what became of it. */
export function PromisesTable({ rows }: { rows: PromiseRow[] }) {
  const { t, format } = useWords()
  return (
    <div className="row-lines">
      <Table
        label={t('promises:title')}
        head={[
          { label: t('promises:window') },
          { label: t('promises:customer') },
          { label: t('promises:made') },
          { label: t('promises:result') },
          { label: t('promises:crew') },
          { label: t('promises:arrived'), num: true },
        ]}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="nowrap">
              <TextLink href={`/console/visits/${row.visitId}`}>
                {format.day(row.start)} {format.span(row.start, row.end)}
              </TextLink>
              <div className="muted xs">{t(`words:skill.${row.skill}`)}</div>
            </th>
            <td>
              {row.name}
              <div className="xs">
                <TextLink href={`/console/tickets/${row.number}`}>{row.number}</TextLink>
                {row.area && <span className="muted"> {row.area}</span>}
              </div>
            </td>
            <td data-label={t('promises:made')}>
              <PromisedBy promise={row} />
              <div className="muted xs">{t(`promises:origin.${row.origin}`)}</div>
            </td>
            <td>
              <PromiseOutcomeStatus promise={row} />
              {(row.outcome === 'released' || row.outcome === 'withdrawn') && row.settledAt && (
                <div className="muted xs">
                  {row.settledBy
                    ? t('promises:by', { name: row.settledBy, at: format.moment(row.settledAt) })
                    : format.moment(row.settledAt)}
                </div>
              )}
            </td>
            <td data-label={t('promises:crew')}>{row.crew}</td>
            <td className="num nowrap" data-label={t('promises:arrived')}>
              {row.arrivedAt && format.time(row.arrivedAt)}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}
