import type { listCustody } from '#app/domain/custody/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { withinDay } from '../civil-day.ts'
import { receiptPath, standingLook, standingOf } from './custody-look.ts'

type Row = Awaited<ReturnType<typeof listCustody>>['receipts'][number]

export function CustodyTable({ receipts }: { receipts: Row[] }) {
  const { t, format } = useWords()
  return (
    <Table
      label={t('custody:title')}
      head={[
        { label: t('custody:list.receipt') },
        { label: t('custody:list.item') },
        { label: t('custody:list.customer') },
        { label: t('custody:list.crew') },
        { label: t('custody:list.backOn') },
        { label: t('custody:list.standing') },
        { label: t('custody:list.taken'), num: true },
      ]}
    >
      {receipts.map((row) => {
        const standing = standingOf({ ...row, returned: row.returnedAt !== null })
        return (
          <tr key={row.number}>
            <th scope="row" className="nowrap">
              <TextLink href={receiptPath(row.number)}>{row.number}</TextLink>
              <div className="muted xs">{row.ticketNumber}</div>
            </th>
            <td>{row.item}</td>
            <td className="nowrap">{row.customer}</td>
            <td data-label={t('custody:list.crew')}>{row.crew}</td>
            <td className="nowrap" data-label={t('custody:list.backOn')}>
              {row.backOn ? (
                format.day(withinDay(row.backOn))
              ) : (
                <span className="muted">
                  {row.purpose === 'repair' ? t('custody:list.noDay') : '–'}
                </span>
              )}
            </td>
            <td className="nowrap">
              <Status {...standingLook[standing]}>{t(`custody:standing.${standing}`)}</Status>
            </td>
            <td className="num" data-label={t('custody:list.taken')}>
              <Ago iso={row.takenAt} exact={format.moment(row.takenAt)}>
                {format.distance(row.takenAt)}
              </Ago>
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
