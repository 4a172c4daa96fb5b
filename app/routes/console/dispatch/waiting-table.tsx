import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Status, type StatusLook, Tag } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import type { WaitingReason } from '#app/domain/visits/waiting-reasons.ts'
import type { WaitingRow } from './waiting.tsx'

const looks: Record<WaitingReason, StatusLook> = {
  unassigned: { tone: 'waiting', icon: 's-new' },
  overbooked: { tone: 'trouble', icon: 'alert' },
  stranded: { tone: 'trouble', icon: 's-cancel' },
  marked: { tone: 'trouble', icon: 's-risk' },
}

/** One day's visits, each with its way to that day's board. */
export function WaitingTable({
  label,
  rows,
  promises,
}: {
  label: string
  rows: WaitingRow[]
  promises: boolean
}) {
  const { t, format } = useWords()
  return (
    <div className="row-lines">
      <Table
        label={label}
        head={[
          { label: t('visits:waiting.window') },
          { label: t('visits:waiting.customer') },
          { label: t('visits:waiting.work') },
          { label: t('visits:waiting.why') },
          ...(promises ? [{ label: t('visits:waiting.promised') }] : []),
        ]}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="nowrap">
              <TextLink
                href={row.board}
                aria-label={t('visits:waiting.open', { name: row.name, day: label })}
              >
                {format.span(row.start, row.end)}
              </TextLink>
              {row.over && (
                <div>
                  <Tag>{t('visits:waiting.over')}</Tag>
                </div>
              )}
            </th>
            <td>
              {row.name} <TextLink href={`/console/tickets/${row.number}`}>{row.number}</TextLink>
              <div className="muted xs">
                {row.area && `${row.area} · `}
                {row.address}
              </div>
            </td>
            <td>
              {row.work}
              <div className="muted xs">{t(`words:skill.${row.skill}`)}</div>
            </td>
            <td>
              {row.reasons.map((reason) => (
                <div key={reason}>
                  <Status {...looks[reason]}>
                    {t(`visits:waiting.reason.${reason}`)}
                    {row.crew && `${t('comma')}${row.crew}`}
                  </Status>
                </div>
              ))}
              {row.marks.map(({ kind, note }) => (
                <div key={kind}>
                  <Status {...looks.marked}>{t(`visits:marks.kind.${kind}`)}</Status>
                  <div className="muted xs">{note}</div>
                </div>
              ))}
            </td>
            {promises && (
              <td data-label={t('visits:waiting.promised')} className="xs">
                <Promised promised={row.promised} />
              </td>
            )}
          </tr>
        ))}
      </Table>
    </div>
  )
}

function Promised({ promised }: Pick<WaitingRow, 'promised'>) {
  const { t, format } = useWords()
  if (!promised) return <span className="muted">{t('visits:waiting.notPromised')}</span>
  const at = format.moment(promised.at)
  return promised.by === null
    ? t('visits:waiting.online', { at })
    : t('visits:waiting.promisedAt', { name: promised.by, at })
}
