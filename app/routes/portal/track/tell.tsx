import type { ReactNode } from 'react'
import { customerWordsLength } from '#app/domain/tickets/customer-words-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { TypedCount } from '../typed-count.tsx'
import type { TrackPage } from './next.tsx'

/** Something the customer tells the desk with one tap and, if they like, a word: asked about once before it is sent. */
export function Tell({
  part,
  page: { token, submissionKey },
  reply,
  title,
  lede,
  open,
  words,
  submit,
  danger,
}: {
  /** The section's name, and that of the URL it is sent to. */
  part: 'unsolved' | 'withdrawal'
  page: TrackPage
  reply?: unknown
  title: ReactNode
  lede: ReactNode
  open: ReactNode
  words: ReactNode
  submit: ReactNode
  danger?: boolean
}) {
  const { t } = useWords()
  const form = useFormOf<'words' | 'submissionKey'>(`${part}-form`, { reply })
  const field = form.field('words')
  return (
    <LetterSection id={part} title={title}>
      {form.formError && (
        <Notice tone="waiting" icon="info" alert id="error-summary">
          <p>{form.formError}</p>
        </Notice>
      )}
      <p className="gap-3">{lede}</p>
      <details className="tell" open={reply !== undefined || undefined}>
        <summary className={danger ? 'button' : 'button button--primary'}>{open}</summary>
        <form
          method="post"
          action={`/track/${token}/${part}#next`}
          className="stack gap-4"
          noValidate
          data-enhance="once"
        >
          <input
            type="hidden"
            name="submissionKey"
            value={form.field('submissionKey').defaultValue ?? `${submissionKey}-${part}`}
          />
          <TextAreaField
            {...field}
            label={words}
            rows={3}
            maxLength={customerWordsLength}
            errorPrefix={t('common:errorPrefix')}
            counter={<TypedCount of={field.id} max={customerWordsLength} />}
          />
          <Actions>
            <Button variant={danger ? 'danger' : 'primary'}>{submit}</Button>
          </Actions>
        </form>
      </details>
    </LetterSection>
  )
}
