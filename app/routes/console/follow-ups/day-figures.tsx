import { useWords } from '#app/i18n/use-words.ts'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'

interface Row {
  name: string
  calls: number
  reached: number
  unreached: number
  putOff: number
  satisfaction: number | null
  complaints: number
}

const columns = ['calls', 'reached', 'unreached', 'putOff', 'satisfaction', 'complaints'] as const
type Figure = (typeof columns)[number]

const say = (row: Row, column: Figure) =>
  column === 'satisfaction' ? (row.satisfaction?.toFixed(1) ?? '–') : String(row[column])

/** What was done on the phone today: one's own, for managers everybody's. Each figure says what it counts. */
export function TodaysCalls({ all, callers }: { all: boolean; callers: Row[] }) {
  const { t } = useWords()
  const [first] = callers
  return (
    <Section
      title={t('calls:figures.title')}
      right={t(all ? 'calls:figures.every' : 'calls:figures.mine')}
    >
      {!first && <p className="muted">{t('calls:figures.none')}</p>}
      {first && (all ? <Everybody callers={callers} /> : <Mine row={first} />)}
      <p className="muted xs mt">{t('calls:figures.day')}</p>
    </Section>
  )
}

function Mine({ row }: { row: Row }) {
  const { t } = useWords()
  return (
    <Facts
      items={columns.map((column) => ({
        term: t(`calls:figures.${column}`),
        children: say(row, column),
        hint: t(`calls:figures.${column}Hint`),
      }))}
    />
  )
}

function Everybody({ callers }: { callers: Row[] }) {
  const { t } = useWords()
  return (
    <>
      <Table
        label={t('calls:figures.table')}
        head={[
          { label: t('calls:figures.name') },
          ...columns.map((column) => ({
            key: column,
            label: (
              <span title={t(`calls:figures.${column}Hint`)}>{t(`calls:figures.${column}`)}</span>
            ),
            num: true,
          })),
        ]}
      >
        {callers.map((row, index) => (
          <tr key={index}>
            <th scope="row">{row.name}</th>
            {columns.map((column) => (
              <td key={column} className="num">
                {say(row, column)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      <div className="mt">
        <Facts
          items={columns.map((column) => ({
            term: t(`calls:figures.${column}`),
            children: <span className="muted xs">{t(`calls:figures.${column}Hint`)}</span>,
          }))}
        />
      </div>
    </>
  )
}
