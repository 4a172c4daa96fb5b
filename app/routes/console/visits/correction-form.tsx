import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, TextAreaDense } from '#app/ui/console/fields.tsx'
import { useVisit } from './loaded-visit.ts'

/** VS-3: what was signed stands; what is to be put right about it is written beside it, by name. */
export function CorrectionForm({ reply }: { reply?: FormReply | null | undefined }) {
  const { id, submissionKey } = useVisit()
  const { t } = useWords()
  const navigation = useNavigation()
  const f = useFormOf<'text'>('correction', { reply })
  const key = useSubmissionKey(submissionKey, 'correction')
  const action = `/console/visits/${id}/correction`
  return (
    <details className="mt" open={Boolean(reply)}>
      <summary>
        <b>{t('visits:correction.title')}</b>
      </summary>
      <Form method="post" action={action} className="mt" preventScrollReset {...f.form}>
        {f.formError && <FormError>{f.formError}</FormError>}
        <input type="hidden" name="submissionKey" value={key} />
        <FormGrid>
          <p className="muted">{t('visits:correction.intro')}</p>
          <TextAreaDense
            {...f.field('text')}
            rows={3}
            maxLength={2000}
            label={t('visits:correction.text')}
            hint={t('visits:correction.textHint')}
          />
          <div>
            <Btn disabled={navigation.formAction === action}>{t('visits:correction.submit')}</Btn>
          </div>
        </FormGrid>
      </Form>
    </details>
  )
}
