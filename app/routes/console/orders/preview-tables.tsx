import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { useMissingWords } from './missing-words.ts'
import { orderPath, standingLook } from './order-look.ts'
import type { PreviewView } from './preview-view.server.ts'

/** Every cell that can't be taken over: where it is, what it says, what is wrong. */
export function ProblemsTable({
  problems,
  more,
}: {
  problems: PreviewView['problems']
  more: number
}) {
  const { t } = useWords()
  if (problems.length === 0) return null
  return (
    <Section title={t('orders:import.problems')}>
      <p className="muted xs">{t('orders:import.problemsHint')}</p>
      <div className="row-lines">
        <Table
          label={t('orders:table', { name: t('orders:import.problems') })}
          head={[
            { label: t('orders:import.row') },
            { label: t('orders:import.header') },
            { label: t('orders:import.value') },
            { label: t('orders:import.wrongHead') },
          ]}
        >
          {problems.map(({ row, column, header, value, wrong }) => (
            <tr key={`${row} ${column} ${wrong}`}>
              <th scope="row" className="nowrap">
                {t('orders:import.rowNumber', { row })}
              </th>
              <td className="nowrap">{header || t(`orders:field.${column}`)}</td>
              <td data-label={t('orders:import.value')}>
                {value || <span className="muted">{t('orders:import.empty')}</span>}
              </td>
              <td>{t(`orders:import.wrong.${wrong}`)}</td>
            </tr>
          ))}
        </Table>
      </div>
      {more > 0 && (
        <p className="muted xs mt">{t('orders:import.problemsMore', { count: more })}</p>
      )}
    </Section>
  )
}

export function NewTable({ contracts, more }: { contracts: PreviewView['fresh']; more: number }) {
  const { t } = useWords()
  const say = useMissingWords()
  if (contracts.length === 0) return null
  return (
    <Section title={t('orders:import.contracts')}>
      <div className="row-lines">
        <Table
          label={t('orders:table', { name: t('orders:import.contracts') })}
          head={[
            { label: t('orders:field.number') },
            { label: t('orders:list.customer') },
            { label: t('orders:import.pieces'), num: true },
            { label: t('orders:import.rows') },
            { label: t('orders:import.willBe') },
          ]}
        >
          {contracts.map(({ number, name, lines, rows, missing }) => {
            const standing = missing.length > 0 ? 'incomplete' : 'entered'
            return (
              <tr key={number}>
                <th scope="row" className="nowrap">
                  {number}
                </th>
                <td>{name || <span className="muted">{t('orders:list.nameless')}</span>}</td>
                <td className="num" data-label={t('orders:import.pieces')}>
                  {lines}
                </td>
                <td data-label={t('orders:import.rows')}>{rows.join(', ')}</td>
                <td>
                  <Status {...standingLook[standing]}>{t(`orders:status.${standing}`)}</Status>
                  {missing.length > 0 && (
                    <div className="muted xs">
                      {t('orders:list.missing', { fields: say(missing) })}
                    </div>
                  )}
                </td>
              </tr>
            )
          })}
        </Table>
      </div>
      {more > 0 && (
        <p className="muted xs mt">{t('orders:import.contractsMore', { count: more })}</p>
      )}
    </Section>
  )
}

export function ExistingTable({ numbers, more }: { numbers: string[]; more: number }) {
  const { t } = useWords()
  if (numbers.length === 0) return null
  return (
    <Section title={t('orders:import.exists')}>
      <p>
        {numbers.map((number, i) => (
          <span key={number}>
            {i > 0 && ', '}
            <TextLink href={orderPath(number)}>{number}</TextLink>
          </span>
        ))}
        {more > 0 && ' …'}
      </p>
    </Section>
  )
}
