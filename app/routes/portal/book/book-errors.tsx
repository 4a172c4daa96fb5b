import { useWords } from '#app/i18n/use-words.ts'
import { ErrorSummary } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import type { TimePage } from './page.server.ts'
import type { BookingTrouble } from './post.server.ts'

/** What is wrong with the step, on top; each line leads to its field. */
export function BookErrorSummary({
  trouble,
  gone,
}: {
  trouble: BookingTrouble | undefined
  gone: TimePage['gone']
}) {
  const { t } = useWords()
  if (!trouble) return null
  if (trouble.refusal) return <Refusal refusal={trouble.refusal} gone={gone} />
  const errors = [
    ...Object.entries(trouble.errors).map(([field, message]) => ({
      href: `#${field === 'window' || field === 'day' ? 'windows' : field}`,
      message: t(message as 'validation:required'),
    })),
    ...(trouble.consentMissing ? [{ href: '#consent', message: t('validation:consent') }] : []),
  ]
  return <ErrorSummary title={(count) => t('common:problems', { count })} errors={errors} />
}

function Refusal({
  refusal: { refusal, values },
  gone,
}: {
  refusal: NonNullable<BookingTrouble['refusal']>
  gone: TimePage['gone']
}) {
  const { t, format } = useWords()
  if (gone) {
    const went = { day: format.day(gone.start), time: format.span(gone.start, gone.end) }
    const first = gone.which === 'window'
    return (
      <Notice tone="waiting" icon="alert" alert id="error-summary">
        <p>
          <b>{t(first ? 'book:time.gone' : 'book:time.installGone', went)}</b>{' '}
          {t(first ? 'book:time.goneText' : 'book:time.installGoneText')}
        </p>
      </Notice>
    )
  }
  return (
    <Notice tone="trouble" icon="alert" alert id="error-summary">
      <p>{t(`refusals:${refusal}` as 'refusals:notFound', values)}</p>
      {refusal === 'bookingAlreadySent' && (
        <p>
          <a href={`/track/${values.token}`}>{t('book:alreadySentLink')}</a>
        </p>
      )}
      {(refusal === 'deliveryBooked' || refusal === 'installBooked') && (
        <p>
          <a href="/track">{t('book:bookedLink', { number: values.number })}</a>
        </p>
      )}
    </Notice>
  )
}
