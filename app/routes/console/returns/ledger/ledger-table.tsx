import type { LedgerRow } from '#app/domain/ledger/ledger.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { caseLook, casePath } from '../case-look.ts'

/** A row with what the reader's language calls its pieces. */
export type ShownLedgerRow = Omit<LedgerRow, 'pieces'> & { pieces: string[] }

export function LedgerTable({
  rows,
  seesCost,
}: {
  rows: readonly ShownLedgerRow[]
  seesCost: boolean
}) {
  const { t, format } = useWords()
  const col = (key: 'number' | 'customer' | 'product' | 'remedy' | 'cause' | 'closed') => ({
    label: t(`returns:ledger.col.${key}`),
  })
  return (
    <Table
      label={t('returns:ledger.label')}
      head={[
        col('number'),
        col('customer'),
        col('product'),
        col('remedy'),
        ...(seesCost ? [{ label: t('returns:ledger.col.cost'), num: true }] : []),
        col('cause'),
        col('closed'),
      ]}
    >
      {rows.map((row) => (
        <tr key={row.number}>
          <th scope="row" className="nowrap">
            <TextLink href={casePath(row.number)}>{row.number}</TextLink>
            <div className="muted xs">{format.date(row.askedAt)}</div>
          </th>
          <td>
            {row.customer}
            <div className="muted xs nowrap">{row.order ?? row.store}</div>
          </td>
          <td>
            {row.quantity > 1
              ? t('returns:ledger.quantity', { product: row.product, count: row.quantity })
              : row.product}
            {row.pieces.length > 0 && <div className="muted xs">{row.pieces.join(' · ')}</div>}
            <div className="muted xs">{t(`returns:reason.${row.reason}`)}</div>
          </td>
          <td>
            <Status {...caseLook[row.status]}>{t(`returns:status.${row.status}`)}</Status>{' '}
            {row.remedy && t(`returns:remedy.${row.remedy}`)}
            {row.why && <div className="muted xs">{row.why}</div>}
          </td>
          {seesCost && (
            <td className="num">
              {row.total === null ? '—' : format.money(row.total, row.currency ?? undefined)}
            </td>
          )}
          <td>
            {row.cause ?? <span className="muted">—</span>}
            <div className="muted xs">
              {row.shares
                .map(({ party, percent }) =>
                  t('returns:shares.part', { party: t(`returns:party.${party}`), percent }),
                )
                .join(t('returns:shares.between'))}
            </div>
          </td>
          <td className="nowrap">
            {row.closedAt ? format.date(row.closedAt) : <span className="muted">—</span>}
            {row.days !== null && (
              <div className="muted xs">{t('returns:ledger.days', { count: row.days })}</div>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
