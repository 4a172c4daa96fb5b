import { type MouseEvent, useState } from 'react'
import { lateReasons } from '#db/vocabulary/work.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import { TextField } from '#app/ui/portal/fields.tsx'
import { instantAt } from '../kept/instant-at.ts'
import { useReading } from '../kept/use-kept.ts'
import { useHydrated } from './hydrated.ts'
import { useVisit } from './loaded-visit.ts'
import { PillsField } from './pills-field.tsx'
import { EntryForm, useVisitForm } from './visit-form.tsx'

const steps = [15, 30, 60] as const

/** DS-4: the customer is told before the window is over, with the reason and the new time. */
export function LateForm() {
  const { start, end, planned, name, hasEmail } = useVisit()
  const { t, format } = useWords()
  const { zone } = useReading()
  const hydrated = useHydrated()
  const [chosen, setChosen] = useState<number | null>(null)
  const f = useVisitForm<'reason' | 'note' | 'expected'>('late', {
    refuse: (form) => {
      const typed = form.get('expected')
      const over =
        typeof typed === 'string' && instantAt(start, typed, zone) <= new Date().toISOString()
      return over ? { refusal: 'expectedInPast', values: {} } : null
    },
    onKept: () => setChosen(null),
  })
  const expected = f.field('expected')
  const take = (minutes: number, { currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const field = currentTarget.form?.elements.namedItem(expected.name)
    if (!(field instanceof HTMLInputElement)) return
    field.value = format.time(later(planned, minutes))
    setChosen(minutes)
  }
  return (
    <EntryForm of={f} label={t('crew:late.title')}>
      <p>
        {t('crew:late.promised', { window: format.span(start, end) })}
        <br />
        <span className="muted">
          {hasEmail ? t('crew:late.told') : t('crew:late.noEmail', { name })}
        </span>
      </p>
      <div className="gap-4">
        <TextField
          {...expected}
          type="time"
          short
          label={t('crew:late.expected')}
          errorPrefix={t('common:errorPrefix')}
          onChange={() => setChosen(null)}
        />
        {hydrated && (
          <>
            <p className="muted gap-3" id="late-from">
              {planned && isToCome(planned)
                ? t('crew:late.fromPlan', { time: format.time(planned) })
                : t('crew:late.fromNow')}
            </p>
            <div
              className="three-up gap-2"
              role="group"
              aria-label={t('crew:late.chips')}
              aria-describedby="late-from"
            >
              {steps.map((minutes) => (
                <Button
                  key={minutes}
                  type="button"
                  aria-pressed={chosen === minutes}
                  note={t('crew:late.chip', { minutes })}
                  onClick={(event) => take(minutes, event)}
                >
                  <b className="num">{format.time(later(planned, minutes))}</b>
                </Button>
              ))}
            </div>
          </>
        )}
      </div>
      <PillsField
        field={f.field('reason')}
        legend={t('crew:late.reason')}
        options={lateReasons.map((value) => ({ value, label: t(`words:lateReason.${value}`) }))}
      />
      <TextField
        {...f.field('note')}
        label={t('crew:late.note')}
        errorPrefix={t('common:errorPrefix')}
        maxLength={300}
      />
      <Button variant="primary" disabled={f.busy}>
        {t(hasEmail ? 'crew:late.submit' : 'crew:late.submitNoEmail')}
      </Button>
    </EntryForm>
  )
}

const isToCome = (planned: string) => Date.now() < new Date(planned).getTime()

/** Counted from when the crew was to be there, or from now once that is over; in full fives. */
function later(planned: string | null, minutes: number): Date {
  const five = 5 * 60_000
  const from = planned && isToCome(planned) ? new Date(planned).getTime() : Date.now()
  return new Date(Math.ceil(from / five) * five + minutes * 60_000)
}
