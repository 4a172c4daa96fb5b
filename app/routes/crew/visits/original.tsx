import { useWords } from '#app/i18n/use-words.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import { TextField } from '#app/ui/portal/fields.tsx'
import type { CrewVisit } from './crew-visit.ts'
import { TakeAwayForm } from './custody.tsx'
import { useVisit } from './loaded-visit.ts'
import { EntryForm, useReplyTo, useVisitForm } from './visit-form.tsx'

/** VS-5: the original is neither collected nor explained. */
export const originalIsOwed = ({
  stage,
  exchange,
  taken,
  notCollectedBecause,
}: Pick<CrewVisit, 'stage' | 'exchange' | 'taken' | 'notCollectedBecause'>) =>
  stage === 'working' &&
  exchange &&
  notCollectedBecause === null &&
  !taken.some(({ purpose }) => purpose === 'exchange')

export function Original() {
  const visit = useVisit()
  const { t } = useWords()
  const answered = useReplyTo('not_collected') !== undefined
  if (!originalIsOwed(visit)) return null
  return (
    <section id="original" aria-labelledby="original-title">
      <h2 id="original-title">{t('crew:original.title')}</h2>
      <p className="muted">{t('crew:original.hint')}</p>
      <div className="gap-4">
        <TakeAwayForm purpose="exchange" />
      </div>
      <details className="ask-again" open={answered || undefined}>
        <summary>{t('crew:original.cannot')}</summary>
        <NotCollectedForm />
      </details>
    </section>
  )
}

function NotCollectedForm() {
  const { t } = useWords()
  const f = useVisitForm<'reason'>('not_collected')
  return (
    <EntryForm of={f}>
      <TextField
        {...f.field('reason')}
        label={t('crew:original.reason')}
        errorPrefix={t('common:errorPrefix')}
        maxLength={300}
      />
      <Button disabled={f.busy}>{t('crew:original.reasonSubmit')}</Button>
    </EntryForm>
  )
}
