import type { ReactNode } from 'react'
import type { Money } from '#app/domain/ledger/figures.server.ts'
import type { LedgerFilters } from '#app/domain/ledger/ledger-filters.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { ledgerPath } from './ledger-look.ts'

interface Row {
  key: string
  name: string
  cases: number
  /** In cases of a hundred percent. */
  weighed?: number
  cost: Money
  /** What the ledger is filtered by to show these cases. */
  filter: Record<string, string>
}

/** FG-1: figures that say what they are, each opening the cases behind it. */
export function FiguresTable({
  title,
  how,
  first,
  cost,
  filters,
  rows,
  all,
  more,
}: {
  title: string
  how: string
  first: string
  cost: string
  filters: LedgerFilters
  rows: readonly Row[]
  all?: { cases: number; cost: Money }
  more?: ReactNode
}) {
  const { t, format } = useWords()
  const weighed = rows.some((row) => row.weighed !== undefined)
  const money = (sums: Money) =>
    sums.length === 0
      ? '—'
      : sums.map(({ amount, currency }) => format.money(amount, currency)).join(' + ')
  const opening = (what: string, count: number, change: Record<string, string>) => (
    <TextLink
      href={ledgerPath(filters, change)}
      aria-label={t('returns:figures.open', { what, count })}
    >
      {count}
    </TextLink>
  )
  return (
    <Section title={title}>
      <p className="muted xs">{how}</p>
      <Table
        lines
        label={t('rowsOf', { what: title })}
        head={[
          { label: first, main: true },
          { label: t('returns:figures.cases'), num: true },
          ...(weighed ? [{ label: t('returns:figures.weighed'), num: true }] : []),
          { label: cost, num: true },
        ]}
        foot={
          all && (
            <tr>
              <th scope="row">{t('returns:figures.all')}</th>
              <td className="num">{opening(t('returns:figures.all'), all.cases, {})}</td>
              <td className="num">{money(all.cost)}</td>
            </tr>
          )
        }
      >
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td className="num" data-label={t('returns:figures.cases')}>
              {opening(row.name, row.cases, row.filter)}
            </td>
            {weighed && (
              <td className="num" data-label={t('returns:figures.weighed')}>
                {(row.weighed ?? 0).toFixed(2)}
              </td>
            )}
            <td className="num" data-label={cost}>
              {money(row.cost)}
            </td>
          </tr>
        ))}
      </Table>
      {more && <p className="muted">{more}</p>}
    </Section>
  )
}
