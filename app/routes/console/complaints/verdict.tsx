import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { noteVerdict } from '#app/domain/complaints/index.server.ts'
import { NoteVerdictForm } from '#app/domain/complaints/complaint-forms.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Seg } from '#app/ui/console/choices.tsx'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { verdicts } from '#db/vocabulary/complaints.ts'
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
  return submitForm(await args.request.formData(), NoteVerdictForm, async (form) => {
    await noteVerdict(ctx, number, form)
    return seeOther(complaintPath(number))
  })
}

/** CP-1: what the customer told a colleague they think of the answer. */
export default function VerdictPage() {
  const { t } = useWords()
  const complaint = useComplaint()
  const f = useFormOf<'verdict' | 'words'>('verdict', { reply: useActionData<typeof action>() })
  const version = usePinnedVersion(complaint.version, f.refusal)
  const verdict = f.field('verdict')
  return (
    <ComplaintPanel
      title={t('complaints:verdict.do')}
      lede={t('complaints:verdict.lede')}
      submit={t('complaints:verdict.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <Seg
        id={verdict.id}
        name="verdict"
        wide
        legend={t('complaints:verdict.title')}
        error={verdict.error}
        defaultValue={verdict.defaultValue}
        options={verdicts.map((value) => ({ value, label: t(`complaints:verdict.${value}`) }))}
      />
      <TextAreaDense
        {...f.field('words')}
        wide
        rows={3}
        label={t('complaints:verdict.words')}
        hint={t('complaints:verdict.wordsHint')}
      />
    </ComplaintPanel>
  )
}
