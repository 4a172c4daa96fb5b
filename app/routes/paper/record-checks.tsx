import { useWords } from '#app/i18n/use-words.ts'
import { SheetSection, SheetTable } from '#app/ui/paper/sheet.tsx'
import type { SignedContent } from './record-view.server.ts'

type Check = SignedContent['checklist'][number]

/** VS-1: every item with what came of it; what was read outside its limits is pointed out. */
export function Checks({ content: { checklist } }: { content: SignedContent }) {
  const { t } = useWords()
  if (checklist.length === 0) return null
  return (
    <SheetSection title={t('record:checks')}>
      <ul className="results">
        {checklist.map((check, i) => (
          <li key={i}>
            <span className={check.must ? 'must' : undefined}>{check.text}</span>
            <span>
              <Result check={check} />
            </span>
          </li>
        ))}
      </ul>
    </SheetSection>
  )
}

function Result({ check }: { check: Check }) {
  const { t } = useWords()
  const { done, reason, unit, value, outside } = check
  if (value !== null && unit) {
    const reading = t('record:reading', { value, unit })
    if (!outside) return reading
    return <b>{t('record:outside', { reading, limits: limitsOf(check, t) })}</b>
  }
  if (done) return t('record:done')
  return reason ? <b>{t('record:leftOut', { reason })}</b> : t('record:undone')
}

function limitsOf({ unit, lowest, highest }: Check, t: ReturnType<typeof useWords>['t']): string {
  const values = { unit: unit ?? '', lowest: lowest ?? 0, highest: highest ?? 0 }
  if (lowest === null) return t('record:upTo', values)
  return highest === null ? t('record:from', values) : t('record:between', values)
}

/** VS-8 */
export function Inspections({ content: { inspections } }: { content: SignedContent }) {
  const { t, format } = useWords()
  if (!inspections?.length) return null
  return (
    <SheetSection title={t('record:inspections')}>
      <SheetTable head={[{ label: t('record:item') }, { label: t('record:result') }]}>
        {inspections.map(({ level, passed, note, at, by }, i) => (
          <tr key={i}>
            <td>{t(`words:inspectionLevel.${level}`)}</td>
            <td>
              {passed ? t('record:passed') : <b>{t('record:failed')}</b>}
              {note && <p className="typed">{note}</p>}
              {by && at && (
                <p className="by">{t('record:inspected', { name: by, at: format.dated(at) })}</p>
              )}
            </td>
          </tr>
        ))}
      </SheetTable>
    </SheetSection>
  )
}
