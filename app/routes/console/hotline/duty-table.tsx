import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { withinDay } from '../civil-day.ts'
import type { WeekView } from './roster-view.server.ts'

type Cell = WeekView['rows'][number]['cells'][number]

/** Colleagues against the days of a week, and under them what nobody covers. */
export function DutyTable({
  page: { days, rows, today },
  cell = ({ hours }) => hours || <Off />,
}: {
  page: Pick<WeekView, 'days' | 'rows'> & { today: string }
  cell?: (cell: Cell, name: string) => ReactNode
}) {
  const { t, format } = useWords()
  const label = t('hotline:roster.table')
  return (
    <div
      className="scroll"
      role={label ? 'region' : undefined}
      aria-label={label}
      tabIndex={label ? 0 : undefined}
    >
      <table className="tbl duty">
        <thead>
          <tr>
            <th scope="col">{t('hotline:roster.colleague')}</th>
            {days.map(({ day }) => (
              <th key={day} scope="col" className={day === today ? 'today' : undefined}>
                {format.day(withinDay(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {row.cells.map((one) => (
                <td key={one.day}>{cell(one, row.name)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('hotline:roster.hours')}</th>
            {days.map(({ day, hours }) => (
              <td key={day}>{hours || t('hotline:roster.noService')}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('hotline:roster.uncovered')}</th>
            {days.map(({ day, hours, uncovered }) => (
              <td key={day} className={uncovered ? 'late' : 'muted'}>
                {uncovered || t(hours ? 'hotline:roster.covered' : 'hotline:roster.noService')}
              </td>
            ))}
          </tr>
          {days.some(({ outside }) => outside.length > 0) && (
            <tr>
              <th scope="row">{t('hotline:roster.outside')}</th>
              {days.map(({ day, outside }) => (
                <td key={day} className={outside.length > 0 ? 'late' : 'muted'}>
                  {outside.length === 0
                    ? t('hotline:roster.covered')
                    : outside.map((one) => (
                        <div key={one.name + one.hours}>
                          {one.name} {one.hours}
                        </div>
                      ))}
                </td>
              ))}
            </tr>
          )}
        </tfoot>
      </table>
    </div>
  )
}

function Off() {
  const { t } = useWords()
  return <span className="muted">{t('hotline:roster.off')}</span>
}
