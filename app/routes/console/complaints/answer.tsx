import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { answerComplaint } from '#app/domain/complaints/index.server.ts'
import { AnswerComplaintForm } from '#app/domain/complaints/complaint-forms.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion, useSubmissionKey } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { atComplaint } from './complaint-context.server.ts'
import { complaintPath } from './complaint-look.ts'
import { ComplaintPanel } from './complaint-panel.tsx'
import { SubjectField } from './subject-field.tsx'
import { useComplaint } from './use-complaint.ts'

export async function loader(args: LoaderFunctionArgs) {
  await atComplaint(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atComplaint(args)
  return submitForm(await args.request.formData(), AnswerComplaintForm, async (form) => {
    await answerComplaint(ctx, number, form)
    return seeOther(complaintPath(number))
  })
}

/** CP-1: where it came from, for us, and what becomes of it, for the customer. */
export default function Answer() {
  const { t } = useWords()
  const complaint = useComplaint()
  const f = useFormOf<'about' | 'cause' | 'resolution'>('answer', {
    reply: useActionData<typeof action>(),
    defaults: { about: complaint.about, cause: complaint.cause },
  })
  const version = usePinnedVersion(complaint.version, f.refusal)
  return (
    <ComplaintPanel
      title={t('complaints:answer.do')}
      lede={t('complaints:answer.lede', { name: complaint.customer })}
      submit={t('complaints:answer.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <input
        type="hidden"
        name="submissionKey"
        value={useSubmissionKey(complaint.submissionKey, 'answer')}
      />
      <SubjectField {...f.field('about')} />
      <TextAreaDense
        {...f.field('cause')}
        wide
        rows={3}
        label={t('complaints:answer.cause')}
        hint={t('complaints:answer.causeHint')}
      />
      <TextAreaDense
        {...f.field('resolution')}
        wide
        rows={5}
        label={t('complaints:answer.resolution')}
        hint={t('complaints:answer.resolutionHint')}
      />
    </ComplaintPanel>
  )
}
