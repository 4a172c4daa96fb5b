import { type InspectionLevel, inspectionLevels } from '#db/vocabulary/work.ts'
import { standingOf } from '#app/domain/work/inspections.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Icon } from '#app/ui/icons.tsx'
import { Button } from '#app/ui/portal/buttons.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import type { CrewVisit } from './crew-visit.ts'
import { useVisit } from './loaded-visit.ts'
import { PillsField } from './pills-field.tsx'
import { EntryForm, useVisitForm } from './visit-form.tsx'

type Checked = Pick<CrewVisit, 'threeChecks' | 'inspections'>

/** VS-8: the check that is next; nothing when all are passed, or none is asked for. */
export const nextCheck = ({ threeChecks, inspections }: Checked): InspectionLevel | undefined =>
  (threeChecks && standingOf(inspections).next) || undefined

/** What counts of a level now: that it was passed, or that it sent the work back. */
function foundAt(level: InspectionLevel, { inspections }: Checked) {
  const of = (one: CrewVisit['inspections'][number]) => one.level === level
  if (inspectionLevels.indexOf(level) < standingOf(inspections).passed) {
    return inspections.findLast((one) => of(one) && one.passed)
  }
  const latest = inspections.at(-1)
  return latest && of(latest) && !latest.passed ? latest : undefined
}

/** Whether whoever holds the phone may make that check. */
export const mayCheck = (level: InspectionLevel, { leader }: Pick<CrewVisit, 'leader'>) =>
  level === 'self' || (level === 'leader' && leader)

export function Inspections() {
  const visit = useVisit()
  const { t, format } = useWords()
  if (!visit.threeChecks) return null
  const next = visit.stage === 'working' ? nextCheck(visit) : undefined
  return (
    <section id="inspection" aria-labelledby="inspection-title">
      <h2 id="inspection-title">{t('crew:inspection.title')}</h2>
      <ol className="noted">
        {inspectionLevels.map((level) => {
          const found = foundAt(level, visit)
          const facts = found && { by: found.by, time: format.time(found.at), note: found.note }
          return (
            <li key={level} className="checked">
              <Icon name={found ? (found.passed ? 'done' : 'alert') : 'idle'} />
              <div>
                <b>{t(`words:inspectionLevel.${level}`)}</b>
                <p className="muted">
                  {!facts
                    ? t('crew:inspection.open')
                    : t(found.passed ? 'crew:inspection.passed' : 'crew:inspection.failed', facts)}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
      {next && mayCheck(next, visit) && <CheckForm key={next} level={next} />}
      {next && !mayCheck(next, visit) && next !== 'self' && (
        <Notice tone="waiting" icon="clock">
          {t(`crew:inspection.waits.${next}`)}
        </Notice>
      )}
    </section>
  )
}

function CheckForm({ level }: { level: InspectionLevel }) {
  const { t } = useWords()
  const f = useVisitForm<'passed' | 'note'>('inspection', { id: `check-${level}` })
  return (
    <div className="gap-4">
      <EntryForm of={f} label={t(`crew:inspection.next.${level}`)}>
        <h3>{t(`crew:inspection.next.${level}`)}</h3>
        <input type="hidden" name="level" value={level} />
        <PillsField
          field={f.field('passed')}
          legend={t('crew:inspection.result')}
          options={[
            { value: 'yes', label: t('crew:inspection.yes') },
            { value: 'no', label: t('crew:inspection.no') },
          ]}
        />
        <div className="when-no">
          <TextAreaField
            {...f.field('note')}
            label={t('crew:inspection.note')}
            errorPrefix={t('common:errorPrefix')}
            rows={2}
            maxLength={500}
          />
        </div>
        <Button disabled={f.busy}>{t('crew:inspection.submit')}</Button>
      </EntryForm>
    </div>
  )
}
