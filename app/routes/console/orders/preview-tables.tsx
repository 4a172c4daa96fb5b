import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { useLackingWords, useMissingWords } from './missing-words.ts'
import { orderPath, ordersPath, standingLook } from './order-look.ts'
import type { PreviewView } from './preview-view.server.ts'
import { problemWords } from './problem-words.ts'

/** So many mistakes stand open, so that what can be imported isn't far below. */
const atOnce = 10

/** Every cell that can't be taken over: where it is, what it says, what is wrong. */
export function ProblemsTable({
  id,
  problems,
  more,
}: {
  id: string
  problems: PreviewView['problems']
  more: number
}) {
  const { t, locale } = useWords()
  if (problems.length === 0) return null
  const rest = problems.slice(atOnce)
  const rowOf = (problem: PreviewView['problems'][number]) => {
    const { row, column, header, value, wrong } = problem
    return (
      <tr key={`${row} ${column} ${wrong}`}>
        <th scope="row" className="nowrap">
          {t('orders:import.rowNumber', { row })}
        </th>
        <td className="nowrap">{header || t(`orders:field.${column}`)}</td>
        <td data-label={t('orders:import.value')}>
          {value || <span className="muted">{t('orders:import.empty')}</span>}
        </td>
        <td>{problemWords(t, problem, locale === 'en' ? ', ' : '、')}</td>
      </tr>
    )
  }
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
          {problems.slice(0, atOnce).map(rowOf)}
        </Table>
      </div>
      {rest.length > 0 && (
        <details className="row-lines">
          <summary>{t('orders:import.problemsRest', { count: rest.length })}</summary>
          <table className="tbl">
            <tbody>{rest.map(rowOf)}</tbody>
          </table>
        </details>
      )}
      {more > 0 && (
        <p className="muted xs mt">{t('orders:import.problemsMore', { count: more })}</p>
      )}
      <p className="mt">
        <BtnLink icon="dl" href={`${ordersPath}/import/${id}/mistakes`} download>
          {t('orders:import.badRows')}
        </BtnLink>
      </p>
    </Section>
  )
}

export function NewTable({ contracts, more }: { contracts: PreviewView['fresh']; more: number }) {
  const { t } = useWords()
  const say = useLackingWords()
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
                  {missing.length > 0 && <div className="muted xs">{say(missing)}</div>}
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

/** Contracts that are here and lack what the file says. */
export function FillsTable({ contracts }: { contracts: PreviewView['fills'] }) {
  const { t } = useWords()
  const say = useMissingWords()
  if (contracts.length === 0) return null
  return (
    <Section title={t('orders:import.fills')}>
      <Table
        label={t('orders:table', { name: t('orders:import.fills') })}
        head={[
          { label: t('orders:field.number') },
          { label: t('orders:import.rows') },
          { label: t('orders:import.adds') },
        ]}
      >
        {contracts.map(({ number, rows, adds }) => (
          <tr key={number}>
            <th scope="row" className="nowrap">
              <TextLink href={orderPath(number)}>{number}</TextLink>
            </th>
            <td data-label={t('orders:import.rows')}>{rows.join(', ')}</td>
            <td>{say(adds)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}

export function NumberList({
  title,
  numbers,
  count,
}: {
  title: string
  numbers: string[]
  count: number
}) {
  if (numbers.length === 0) return null
  return (
    <Section title={title}>
      <p>
        {numbers.map((number, i) => (
          <span key={number}>
            {i > 0 && ', '}
            <TextLink href={orderPath(number)}>{number}</TextLink>
          </span>
        ))}
        {count > numbers.length && ' …'}
      </p>
    </Section>
  )
}
