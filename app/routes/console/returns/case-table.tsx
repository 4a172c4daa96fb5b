import { useWords } from '#app/i18n/use-words.ts'
import type { ListedCase } from '#app/domain/returns/list-cases.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { withinDay } from '../civil-day.ts'
import { caseLook, casePath, type Due } from './case-look.ts'
import { DueClock } from './due-clock.tsx'

export type CaseRow = ListedCase & { due: Due | null }

export function CaseTable({ rows }: { rows: CaseRow[] }) {
  const { t, format } = useWords()
  return (
    <Table
      lines
      label={t('returns:queue.label')}
      head={[
        { label: t('returns:queue.number') },
        { label: t('returns:queue.product') },
        { label: t('returns:queue.customer') },
        { label: t('returns:queue.wish') },
        { label: t('returns:queue.status') },
        { label: t('returns:queue.due') },
        { label: t('returns:queue.next') },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.number}>
          <th scope="row" className="nowrap">
            <TextLink href={casePath(row.number)}>{row.number}</TextLink>
          </th>
          <td>
            {row.quantity > 1
              ? t('returns:queue.quantity', { product: row.product, count: row.quantity })
              : row.product}
            <div className="muted xs">{t(`returns:reason.${row.reason}`)}</div>
          </td>
          <td className="nowrap">{row.customer}</td>
          <td className="nowrap" data-label={t('returns:queue.wish')}>
            {t(`returns:wish.${row.wish}`)}
          </td>
          <td className="nowrap">
            <Status {...caseLook[row.status]}>{t(`returns:status.${row.status}`)}</Status>
          </td>
          <td className="nowrap">
            {row.due ? (
              <DueClock due={row.due} dueAt={row.dueAt} />
            ) : (
              <Ago iso={row.askedAt} exact={format.moment(row.askedAt)}>
                {t('returns:case.asked', { ago: format.distance(row.askedAt) })}
              </Ago>
            )}
          </td>
          <td>
            <Next row={row} />
            {row.sharesWait && (
              <div className="muted xs">{t('returns:queue.nextOf.sharesWait')}</div>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** The next thing open, whose it is. */
function Next({ row }: { row: CaseRow }) {
  const { t, format } = useWords()
  const { status, next, needs, remedy } = row
  switch (status) {
    case 'asked':
      return t('returns:queue.nextOf.decide')
    case 'appealed':
      return t('returns:queue.nextOf.redecide')
    case 'approving':
      return (
        <>
          {t('returns:queue.nextOf.approve', { level: t(`returns:level.${needs ?? 'manager'}`) })}
          {remedy && <div className="muted xs">{t(`returns:remedy.${remedy}`)}</div>}
        </>
      )
    case 'acting': {
      if (next === null) return t('returns:queue.nextOf.answerable')
      const kind = t(`returns:kind.${next.kind}`)
      return next.promisedOn === null
        ? t('returns:queue.nextOf.step', { kind, step: t(`returns:step.${next.status}`) })
        : t('returns:queue.nextOf.promised', {
            kind,
            day: format.day(withinDay(next.promisedOn)),
          })
    }
    default:
      return remedy ? t(`returns:remedy.${remedy}`) : null
  }
}
