import { useWords } from '#app/i18n/use-words.ts'
import { ErrorSummary } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import type { ReportTrouble } from './post.server.ts'
import type { ReportPage } from './step.tsx'

/** What is wrong with the step, on top; each line leads to its field. */
export function ReportErrorSummary({
  trouble,
  gone = null,
}: {
  trouble: ReportTrouble | undefined
  gone?: ReportPage['gone']
}) {
  const { t, format } = useWords()
  if (!trouble) return null
  if (gone) {
    const { window, nearest } = gone
    return (
      <Notice tone="waiting" icon="alert" alert id="error-summary">
        <p>
          <b>
            {window
              ? t('report:when.gone', {
                  day: format.day(window.start),
                  span: format.span(window.start, window.end),
                })
              : t('refusals:windowGone')}
          </b>{' '}
          {t(nearest.length > 0 ? 'report:when.goneText' : 'report:when.goneNone')}
        </p>
      </Notice>
    )
  }
  if (trouble.refusal) {
    const { refusal, values } = trouble.refusal
    return (
      <Notice tone="trouble" icon="alert" alert id="error-summary">
        <p>{t(`refusals:${refusal}` as 'refusals:notFound', values)}</p>
        {refusal === 'reportAlreadySent' && (
          <p>
            <a href={`/track/${values.token}`}>{t('report:alreadySentLink')}</a>
          </p>
        )}
      </Notice>
    )
  }
  const errors = [
    ...Object.entries(trouble.errors).map(([field, message]) => ({
      href: `#${field}`,
      message: t(message as 'validation:required'),
    })),
    ...trouble.refusedPhotos.map(({ name, reason }) => ({
      href: '#photos',
      message: t(`report:photos.${reason}`, { name }),
    })),
    ...(trouble.consentMissing ? [{ href: '#consent', message: t('validation:consent') }] : []),
  ]
  return <ErrorSummary title={(count) => t('common:problems', { count })} errors={errors} />
}
