import { useWords } from '#app/i18n/use-words.ts'
import { higherLevel, levelFor, totalOf } from '#app/domain/returns/costs.ts'
import { Section } from '#app/ui/console/sections.tsx'
import { costLines, type Costs, type DecisionLevel, type Remedy } from '#db/vocabulary/returns.ts'
import { plainMoney } from './case-look.ts'
import type { WaysView } from './ways-view.server.ts'

/** RX-3: what every way costs, side by side; with `choose`, the heads are the choice. */
export function CostTable({
  ways,
  level,
  chosen,
  costs,
  choose,
}: {
  ways: WaysView
  /** Whoever must at least sign. */
  level: DecisionLevel
  chosen: Remedy | null
  /** What the chosen way costs as it stands in the form. */
  costs?: Costs
  choose?: (remedy: Remedy) => void
}) {
  const { t } = useWords()
  const columns = ways.ways.map((way) => {
    const shown = way.remedy === chosen && costs ? costs : way.costs
    const total = totalOf(shown)
    const needs = higherLevel(levelFor(way.remedy, total, ways.limits), level)
    const cell = way.remedy === chosen ? 'num chosen' : 'num'
    return { remedy: way.remedy, shown, total, needs, cell }
  })
  return (
    <Section
      title={t('returns:case.costs')}
      right={t('returns:case.unit', {
        currency: ways.currency === 'CNY' ? t('returns:case.yuan') : ways.currency,
      })}
    >
      {!ways.priced && <p className="muted">{t('returns:case.unpriced')}</p>}
      <div
        className="scroll"
        role="region"
        aria-label={t('returns:case.costs')}
        tabIndex={choose ? undefined : 0}
      >
        <table className="tbl cost">
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{t('returns:case.line')}</span>
              </th>
              {columns.map(({ remedy, cell }) => (
                <th scope="col" className={cell} key={remedy}>
                  {choose ? (
                    <label>
                      <input
                        type="radio"
                        name="remedy"
                        value={remedy}
                        defaultChecked={remedy === chosen}
                        onChange={() => choose(remedy)}
                      />
                      {remedy === chosen ? (
                        <b>{t(`returns:remedy.${remedy}`)}</b>
                      ) : (
                        t(`returns:remedy.${remedy}`)
                      )}
                    </label>
                  ) : (
                    t(`returns:remedy.${remedy}`)
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {costLines.map((line) => (
              <tr key={line}>
                <th scope="row">{t(`returns:cost.${line}`)}</th>
                {columns.map(({ remedy, shown, cell }) => (
                  <td className={cell} key={remedy}>
                    <Figure minor={line === 'charged' ? -shown[line] : shown[line]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tbody className="total">
            <tr>
              <th scope="row">{t('returns:cost.total')}</th>
              {columns.map(({ remedy, total, cell }) => (
                <td className={cell} key={remedy}>
                  {plainMoney(total)}
                </td>
              ))}
            </tr>
          </tbody>
          <tbody className="soft">
            <tr>
              <th scope="row">{t('returns:case.signs')}</th>
              {columns.map(({ remedy, needs, cell }) => (
                <td className={cell} key={remedy}>
                  {t(`returns:level.${needs}`)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  )
}

const Figure = ({ minor }: { minor: number }) =>
  minor === 0 ? <span className="muted">0</span> : plainMoney(minor)
