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
  const { start, end } = useVisit()
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
    field.value = format.time(later(end, minutes))
    setChosen(minutes)
  }
  return (
    <EntryForm of={f} label={t('crew:late.title')}>
      <p>
        {t('crew:late.promised', { window: format.span(start, end) })}
        <br />
        <span className="muted">{t('crew:late.told')}</span>
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
          <div className="three-up gap-3" role="group" aria-label={t('crew:late.chips')}>
            {steps.map((minutes) => (
              <Button
                key={minutes}
                type="button"
                aria-pressed={chosen === minutes}
                note={t('crew:late.chip', { minutes })}
                onClick={(event) => take(minutes, event)}
              >
                <b className="num">{format.time(later(end, minutes))}</b>
              </Button>
            ))}
          </div>
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
        {t('crew:late.submit')}
      </Button>
    </EntryForm>
  )
}

/** Counted from the end of what was promised, or from now once that is over; in full fives. */
function later(end: string, minutes: number): Date {
  const five = 5 * 60_000
  const from = Math.max(new Date(end).getTime(), Date.now())
  return new Date(Math.ceil(from / five) * five + minutes * 60_000)
}
