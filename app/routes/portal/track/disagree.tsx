import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { TypedCount } from '../typed-count.tsx'
import type { TrackPage } from './next.tsx'

const most = 2000

/** RX-3: the customer says once that they don't agree, and why. */
export function Disagree({
  page: { token, submissionKey },
  until,
  reply,
}: {
  page: Pick<TrackPage, 'token' | 'submissionKey'>
  /** `null` once the time for it is over. */
  until: string | null
  reply?: unknown
}) {
  const { t, format } = useWords()
  const form = useFormOf<'words' | 'submissionKey'>('disagreement-form', { reply })
  const field = form.field('words')
  return (
    <>
      {form.formError && (
        <Notice tone="waiting" icon="info" alert id="error-summary">
          <p>{form.formError}</p>
        </Notice>
      )}
      {until !== null && (
        <>
          <p className="gap-4">{t('asks:track.disagree.lede', { until: format.moment(until) })}</p>
          <details className="tell" open={reply !== undefined || undefined}>
            <summary className="button">{t('asks:track.disagree.open')}</summary>
            <form
              method="post"
              action={`/track/${token}/disagreement#return`}
              className="stack gap-4"
              noValidate
              data-enhance="once"
            >
              <input
                type="hidden"
                name="submissionKey"
                value={form.field('submissionKey').defaultValue ?? `${submissionKey}-disagree`}
              />
              <TextAreaField
                {...field}
                label={t('asks:track.disagree.words')}
                rows={4}
                maxLength={most}
                errorPrefix={t('common:errorPrefix')}
                counter={<TypedCount of={field.id} max={most} />}
              />
              <Actions>
                <Button variant="primary" icon="send">
                  {t('asks:track.disagree.submit')}
                </Button>
              </Actions>
            </form>
          </details>
        </>
      )}
    </>
  )
}
