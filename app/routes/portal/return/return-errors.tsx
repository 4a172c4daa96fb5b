import { useWords } from '#app/i18n/use-words.ts'
import { ErrorSummary } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import type { AskTrouble } from './post.server.ts'

/** What is wrong with the step, on top; each line leads to its field. */
export function ReturnErrorSummary({ trouble }: { trouble: AskTrouble | undefined }) {
  const { t } = useWords()
  if (!trouble) return null
  if (trouble.refusal) {
    const { refusal, values } = trouble.refusal
    return (
      <Notice tone="trouble" icon="alert" alert id="error-summary">
        <p>{t(`refusals:${refusal}` as 'refusals:notFound', values)}</p>
        {refusal === 'askAlreadySent' && (
          <p>
            <a href={`/track/${values.token}`}>{t('asks:ask.alreadySentLink')}</a>
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
    ...trouble.refusedPhotos.map(({ shot, name, reason }) => ({
      href: `#shot-${shot}`,
      message: t(`report:photos.${reason}`, { name }),
    })),
    ...(trouble.consentMissing ? [{ href: '#consent', message: t('validation:consent') }] : []),
  ]
  return <ErrorSummary title={(count) => t('common:problems', { count })} errors={errors} />
}
