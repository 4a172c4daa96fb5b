import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { ClockChip, Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { withinDay } from '../civil-day.ts'
import { orderPath, standingLook } from './order-look.ts'
import { DatePassed, PromiseClock } from './promise.tsx'
import type { OrderRow } from './row-view.server.ts'
import { useLackingWords } from './missing-words.ts'

export function OrderTable({
  rows,
  checkBy,
  stores,
}: {
  rows: OrderRow[]
  checkBy: string
  /** Whether rows are of several stores. */
  stores: boolean
}) {
  const { t, format } = useWords()
  return (
    <Table
      label={t('orders:list.label')}
      head={[
        { label: t('orders:list.number') },
        { label: t('orders:list.customer') },
        { label: t('orders:list.dates') },
        { label: t('orders:list.standing') },
        { label: t('orders:list.next') },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.number}>
          <th scope="row" className="nowrap">
            <TextLink href={orderPath(row.number)}>{row.number}</TextLink>
            <div className="muted xs">{stores ? row.store : row.clerk}</div>
          </th>
          <td>{row.name || <span className="muted">{t('orders:list.nameless')}</span>}</td>
          <td className="nowrap" data-label={t('orders:list.dates')}>
            {row.deliveryOn ? (
              <>
                {row.otherYear
                  ? format.date(withinDay(row.deliveryOn))
                  : format.day(withinDay(row.deliveryOn))}
                {row.deliveryLate && (
                  <div>
                    <DatePassed />
                  </div>
                )}
              </>
            ) : (
              <span className="muted">{t('orders:list.noDate')}</span>
            )}
          </td>
          <td className="nowrap">
            <Status {...standingLook[row.standing]}>{t(`orders:status.${row.standing}`)}</Status>
          </td>
          <td>
            <Waits row={row} checkBy={checkBy} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** What the order waits for, and how long it has. */
export function Waits({ row, checkBy }: { row: OrderRow; checkBy: string }) {
  const { t, format } = useWords()
  const say = useLackingWords()
  if (row.promise) return <PromiseClock promise={row.promise} />
  if (row.late) {
    return <ClockChip state="over">{t('orders:list.lateRow', { time: checkBy })}</ClockChip>
  }
  if (row.returnNote) return t('orders:list.returned', { note: row.returnNote })
  if (row.missing.length > 0) return say(row.missing)
  if (row.standing === 'entered' && row.enteredAt) {
    return (
      <Ago iso={row.enteredAt} exact={format.moment(row.enteredAt)}>
        {t('orders:list.enteredAgo', { ago: format.distance(row.enteredAt) })}
      </Ago>
    )
  }
  if (row.standing === 'checked') {
    return t('orders:list.goods', { arrived: row.arrived, count: row.lines })
  }
  return null
}
