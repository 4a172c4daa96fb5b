import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { ErrorSummary } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'

/** On top of a form: what was refused, or every field's error with a link to it. */
export function FormTrouble({
  form,
}: {
  form: Pick<ReturnType<typeof useFormOf>, 'formError' | 'errors'>
}) {
  const { t } = useWords()
  if (form.formError) {
    return (
      <Notice tone="trouble" icon="alert" alert id="error-summary">
        <p>{form.formError}</p>
      </Notice>
    )
  }
  const { errors } = form
  return <ErrorSummary title={(count) => t('common:problems', { count })} errors={errors} />
}
