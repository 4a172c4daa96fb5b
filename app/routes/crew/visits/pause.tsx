import { pauseReasons } from '#db/vocabulary/work.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { BigButton } from '#app/ui/crew/visit.tsx'
import { Button } from '#app/ui/portal/buttons.tsx'
import { TextField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import type { CrewVisit } from './crew-visit.ts'
import { useVisit } from './loaded-visit.ts'
import { PillsField } from './pills-field.tsx'
import { EntryForm, useVisitForm } from './visit-form.tsx'

/** The pause the work is in. */
export const openPause = ({ stage, pauses }: Pick<CrewVisit, 'stage' | 'pauses'>) =>
  stage === 'working' ? pauses.find(({ until }) => until === null) : undefined

/** VS-2: the work rests, and why. */
export function PauseForm() {
  const { t } = useWords()
  const f = useVisitForm<'reason' | 'note'>('pause')
  return (
    <EntryForm of={f} label={t('crew:pause.title')}>
      <p className="muted">{t('crew:pause.hint')}</p>
      <PillsField
        field={f.field('reason')}
        legend={t('crew:pause.reason')}
        options={pauseReasons.map((value) => ({ value, label: t(`words:pauseReason.${value}`) }))}
      />
      <TextField
        {...f.field('note')}
        label={t('crew:pause.note')}
        errorPrefix={t('common:errorPrefix')}
        maxLength={300}
      />
      <Button variant="primary" disabled={f.busy}>
        {t('crew:pause.submit')}
      </Button>
    </EntryForm>
  )
}

/** That the work rests is said on top. */
export function Paused() {
  const visit = useVisit()
  const { t, format } = useWords()
  const pause = openPause(visit)
  if (!pause) return null
  return (
    <Notice tone="waiting" icon="clock">
      <p role="status">
        <b>
          {t('crew:pause.standing', {
            time: format.time(pause.at),
            reason: t(`words:pauseReason.${pause.reason}`),
          })}
        </b>
      </p>
      {pause.note && <p className="typed">{pause.note}</p>}
    </Notice>
  )
}

export function ResumeForm() {
  const { t } = useWords()
  const f = useVisitForm<never>('resume')
  return (
    <EntryForm of={f}>
      <BigButton disabled={f.busy}>{t('crew:pause.resume')}</BigButton>
    </EntryForm>
  )
}
