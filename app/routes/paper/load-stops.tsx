import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { columnWidths, inShort, linesOf, rowHeight, sheetWidth } from '#app/ui/paper/measure.ts'
import { SheetTable } from '#app/ui/paper/sheet.tsx'
import { linesOfStop, type LoadLine, type LoadStop } from './load-lines.ts'

/** A stop with what it needs; a stop with much is several rows of the list, the first with its head. */
export interface StopRow {
  nth: number
  position: number
  name: string
  where: string
  isFirst: boolean
  lines: LoadLine[]
}

const most = 12
const { tiny, small, large } = columnWidths
const whatRoom = sheetWidth - 2 * tiny - large - 2 * small - 2
const headRoom = sheetWidth - 2 * tiny

export function stopRowsOf(
  stops: readonly LoadStop[],
  { t, format }: { t: Translate; format: Format },
): StopRow[] {
  return stops.flatMap((stop, i) => {
    const lines = linesOfStop(stop, t)
    const rows: StopRow[] = []
    for (let from = 0; from < lines.length; from += most) {
      rows.push({
        nth: i + 1,
        position: stop.position ?? 0,
        name: inShort(stop.name, 40),
        where: [format.span(stop.start, stop.end), inShort(stop.address, 120), stop.number].join(
          t('paper:and'),
        ),
        isFirst: from === 0,
        lines: lines.slice(from, from + most),
      })
    }
    return rows
  })
}

/** Nothing is counted: what is done there, or where its goods are, has the whole line. */
const standsAlone = ({ model, quantity, loads }: LoadLine) =>
  !loads && model === '' && quantity === ''

export const heightOfStop = ({ name, where, isFirst, lines }: StopRow) =>
  (isFirst ? rowHeight(linesOf(`${name}  ${where}`, headRoom * 0.95)) : 0) +
  lines.reduce((sum, line) => sum + heightOfLine(line), 0)

const heightOfLine = (line: LoadLine) =>
  rowHeight(
    standsAlone(line)
      ? linesOf(line.text, headRoom)
      : Math.max(linesOf(line.text, whatRoom), linesOf(line.model, large - 2)),
  )

export function StopsTable({ rows }: { rows: readonly StopRow[] }) {
  const { t } = useWords()
  return (
    <SheetTable
      head={[
        { label: t('paper:load.nth'), size: 'tiny' },
        { label: t('paper:load.stop'), size: 'tiny' },
        { label: t('paper:load.what') },
        { label: t('paper:load.model'), size: 'large' },
        { label: t('paper:load.quantity'), num: true, size: 'small' },
        { label: t('paper:load.loaded'), num: true, size: 'small' },
      ]}
    >
      {rows.map((row) => (
        <StopLines key={`${row.nth} ${row.lines[0]?.text}`} {...row} />
      ))}
    </SheetTable>
  )
}

function StopLines({ nth, position, name, where, isFirst, lines }: StopRow) {
  return (
    <>
      {isFirst && (
        <tr className="stop">
          <td>{nth}</td>
          <td>{position}</td>
          <td colSpan={4}>
            <b>{name}</b> {where}
          </td>
        </tr>
      )}
      {lines.map((line, i) => (
        <tr key={i}>
          <td colSpan={2} />
          {standsAlone(line) ? (
            <td colSpan={4}>{line.text}</td>
          ) : (
            <>
              <td>{line.text}</td>
              <td>{line.model}</td>
              <td className="num">{line.quantity}</td>
              <td className="num">{line.loads && <span className="box" aria-hidden="true" />}</td>
            </>
          )}
        </tr>
      ))}
    </>
  )
}
