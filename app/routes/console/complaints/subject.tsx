import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { aboutComplaint } from '#app/domain/complaints/index.server.ts'
import { AboutComplaintForm } from '#app/domain/complaints/complaint-forms.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
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
  return submitForm(await args.request.formData(), AboutComplaintForm, async (form) => {
    await aboutComplaint(ctx, number, form)
    return seeOther(complaintPath(number))
  })
}

/** CP-1: product, service or conduct. */
export default function Subject() {
  const { t } = useWords()
  const complaint = useComplaint()
  const f = useFormOf<'about'>('subject', {
    reply: useActionData<typeof action>(),
    defaults: { about: complaint.about },
  })
  const version = usePinnedVersion(complaint.version, f.refusal)
  return (
    <ComplaintPanel
      title={t('complaints:subject.title')}
      submit={t('complaints:subject.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <SubjectField {...f.field('about')} />
    </ComplaintPanel>
  )
}
