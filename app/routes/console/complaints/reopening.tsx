import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { takeUpAgain } from '#app/domain/complaints/index.server.ts'
import { TakeUpAgainForm } from '#app/domain/complaints/complaint-forms.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
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
  return submitForm(await args.request.formData(), TakeUpAgainForm, async (form) => {
    await takeUpAgain(ctx, number, form)
    return seeOther(complaintPath(number))
  })
}

/** CP-1: looked into once more. */
export default function Reopening() {
  const { t } = useWords()
  const complaint = useComplaint()
  const f = useFormOf<'reason'>('reopen', { reply: useActionData<typeof action>() })
  const version = usePinnedVersion(complaint.version, f.refusal)
  return (
    <ComplaintPanel
      title={t('complaints:reopen.do')}
      lede={t('complaints:reopen.lede')}
      submit={t('complaints:reopen.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <TextAreaDense {...f.field('reason')} wide rows={3} label={t('complaints:reopen.reason')} />
    </ComplaintPanel>
  )
}
