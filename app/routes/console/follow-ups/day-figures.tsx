import { useWords } from '#app/i18n/use-words.ts'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'

export interface DayFigures {
  all: boolean
  callers: {
    name: string
    calls: number
    reached: number
    unreached: number
    putOff: number
    satisfaction: number | null
    complaints: number
  }[]
}
type Row = DayFigures['callers'][number]

const columns = ['calls', 'reached', 'unreached', 'putOff', 'satisfaction', 'complaints'] as const

const say = (row: Row, column: (typeof columns)[number]) =>
  column === 'satisfaction' ? (row.satisfaction?.toFixed(1) ?? '–') : String(row[column])

/** What was done on the phone today: one's own, for managers everybody's. Each figure says what it counts. */
export function TodaysCalls({ all, callers }: DayFigures) {
  const { t } = useWords()
  const title = t('calls:figures.title')
  const [mine] = callers
  const what = t(all ? 'calls:figures.every' : 'calls:figures.mine')
  if (!mine) {
    return (
      <Section title={title} right={what}>
        <p className="muted">{t('calls:figures.none')}</p>
      </Section>
    )
  }
  return (
    <Section title={title} right={what}>
      {all ? (
        <Table
          label={t('calls:figures.table')}
          head={[
            { label: t('calls:figures.name') },
            ...columns.map((column) => ({
              key: column,
              label: (
                <abbr title={t(`calls:figures.${column}Hint`)}>{t(`calls:figures.${column}`)}</abbr>
              ),
              num: true,
            })),
          ]}
        >
          {callers.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {columns.map((column) => (
                <td key={column} className="num">
                  {say(row, column)}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      ) : (
        <Facts
          items={columns.map((column) => ({
            term: t(`calls:figures.${column}`),
            children: say(mine, column),
          }))}
        />
      )}
      <Definitions />
    </Section>
  )
}

function Definitions() {
  const { t } = useWords()
  return (
    <ul className="mini mt">
      {columns.map((column) => (
        <li key={column} className="muted xs">
          <b>{t(`calls:figures.${column}`)}</b> {t(`calls:figures.${column}Hint`)}
        </li>
      ))}
      <li className="muted xs">{t('calls:figures.day')}</li>
    </ul>
  )
}
