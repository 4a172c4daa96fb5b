import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { complaintPath, verdictLook } from '../complaints/complaint-look.ts'
import type { RecordView } from './record-view.server.ts'

/** The number of a ticket, and the way to it for whom it is open. */
function TicketNumber({ number, record }: { number: string; record: RecordView }) {
  if (!record.may.tickets) return number
  return <TextLink href={`/console/tickets/${number}`}>{number}</TextLink>
}

export function VisitRows({
  rows,
  record,
  what,
}: {
  rows: RecordView['visits']['rows']
  record: RecordView
  what: 'visits' | 'rework'
}) {
  const { t, format } = useWords()
  if (rows.length === 0) return null
  return (
    <Table
      lines
      label={t('rowsOf', { what: t(`complaints:record.${what}.title`) })}
      head={[
        { label: t('complaints:list.number') },
        { label: t('complaints:record.visit') },
        { label: t('complaints:page.product'), main: true },
        { label: t('complaints:record.finished'), num: true },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="nowrap">
            <TicketNumber number={row.number} record={record} />
          </th>
          <td className="nowrap">{t(`words:skill.${row.skill}`)}</td>
          <td>{row.product}</td>
          <td className="num">{format.dated(row.at)}</td>
        </tr>
      ))}
    </Table>
  )
}

export function RatingRows({ record }: { record: RecordView }) {
  const { t, format } = useWords()
  const { rows } = record.ratings
  if (rows.length === 0) return null
  return (
    <Table
      lines
      label={t('rowsOf', { what: t('complaints:record.ratings.title') })}
      head={[
        { label: t('complaints:list.number') },
        { label: t('complaints:record.ratings.average') },
        { label: t('complaints:record.ratings.words'), main: true },
        { label: t('complaints:record.ratings.at'), num: true },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="nowrap">
            <TicketNumber number={row.number} record={record} />
          </th>
          <td>{row.average.toFixed(1)}</td>
          <td>{row.words}</td>
          <td className="num">{format.dated(row.at)}</td>
        </tr>
      ))}
    </Table>
  )
}

export function BrokenRows({ record }: { record: RecordView }) {
  const { t, format } = useWords()
  const { rows } = record.punctuality
  if (rows.length === 0) return null
  return (
    <Table
      lines
      label={t('complaints:record.punctuality.rows')}
      head={[
        { label: t('complaints:list.number') },
        { label: t('complaints:record.punctuality.breach'), main: true },
        { label: t('complaints:record.punctuality.promised'), num: true },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="nowrap">
            <TicketNumber number={row.number} record={record} />
          </th>
          <td>{row.breach && t(`complaints:record.punctuality.${row.breach}`)}</td>
          <td className="num">{format.dated(row.at)}</td>
        </tr>
      ))}
    </Table>
  )
}

export function ComplaintRows({ record }: { record: RecordView }) {
  const { t, format } = useWords()
  const { rows } = record.complaints
  if (rows.length === 0) return null
  const numberOf = (number: string): ReactNode =>
    record.may.complaints ? <TextLink href={complaintPath(number)}>{number}</TextLink> : number
  return (
    <Table
      lines
      label={t('rowsOf', { what: t('complaints:record.complaints.title') })}
      head={[
        { label: t('complaints:list.number') },
        { label: t('complaints:list.about') },
        { label: t('complaints:verdict.title'), main: true },
        { label: t('complaints:record.complaints.closed'), num: true },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.number}>
          <th scope="row" className="nowrap">
            {numberOf(row.number)}
          </th>
          <td className="nowrap">{row.about && t(`complaints:about.${row.about}`)}</td>
          <td>
            {row.verdict && (
              <Status {...verdictLook[row.verdict]}>
                {t(`complaints:verdict.${row.verdict}`)}
              </Status>
            )}
          </td>
          <td className="num">{format.dated(row.at)}</td>
        </tr>
      ))}
    </Table>
  )
}
