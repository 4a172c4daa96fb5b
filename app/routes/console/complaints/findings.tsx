import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { addFinding } from '#app/domain/complaints/index.server.ts'
import { FindingForm } from '#app/domain/complaints/complaint-forms.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { atComplaint } from './complaint-context.server.ts'
import { complaintPath } from './complaint-look.ts'
import { ComplaintPanel } from './complaint-panel.tsx'
import { useComplaint } from './use-complaint.ts'

export async function loader(args: LoaderFunctionArgs) {
  await atComplaint(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atComplaint(args)
  return submitForm(await args.request.formData(), FindingForm, async (form) => {
    await addFinding(ctx, number, form)
    return seeOther(complaintPath(number))
  })
}

/** CP-1: what was found out; it stays as it is written. */
export default function Finding() {
  const { t } = useWords()
  const { submissionKey } = useComplaint()
  const f = useFormOf<'body'>('finding', { reply: useActionData<typeof action>() })
  return (
    <ComplaintPanel
      title={t('complaints:finding.do')}
      lede={t('complaints:finding.lede')}
      submit={t('complaints:finding.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input
        type="hidden"
        name="submissionKey"
        value={useSubmissionKey(submissionKey, 'finding')}
      />
      <TextAreaDense {...f.field('body')} wide rows={4} label={t('complaints:finding.body')} />
    </ComplaintPanel>
  )
}
