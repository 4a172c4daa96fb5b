import { useWords } from '#app/i18n/use-words.ts'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'
import { useCompletionHref } from './completion-form.tsx'
import { TakeAwayForm } from './custody.tsx'
import { useReplyTo } from './visit-form.tsx'

/** VS-4: what can't be done here is handed on at once, or taken along against a receipt. */
export function Cannot() {
  const { t } = useWords()
  const completion = useCompletionHref()
  const answered = useReplyTo('custody-repair') !== undefined
  return (
    <div className="stack">
      <p className="muted">{t('crew:cannot.hint')}</p>
      <section className="either">
        <h2>{t('crew:cannot.handOn')}</h2>
        <p>{t('crew:cannot.handOnText')}</p>
        <p className="gap-3">
          <ButtonLink href={completion('escalated')}>{t('crew:cannot.handOnGo')}</ButtonLink>
        </p>
      </section>
      <section className="either">
        <h2>{t('crew:cannot.takeAway')}</h2>
        <p>{t('crew:cannot.takeAwayText')}</p>
        <details className="return" open={answered || undefined}>
          <summary className="button">{t('crew:cannot.takeAwayGo')}</summary>
          <TakeAwayForm purpose="repair" />
        </details>
      </section>
    </div>
  )
}
