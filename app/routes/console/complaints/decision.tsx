import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { decideFault, readFaultId } from '#app/domain/complaints/index.server.ts'
import { DecideFaultForm } from '#app/domain/complaints/complaint-forms.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Seg } from '#app/ui/console/choices.tsx'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { atComplaint } from './complaint-context.server.ts'
import { complaintPath } from './complaint-look.ts'
import { ComplaintPanel } from './complaint-panel.tsx'
import { useComplaint } from './use-complaint.ts'

export async function loader(args: LoaderFunctionArgs) {
  await atComplaint(args, 'fault:decide')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atComplaint(args, 'fault:decide')
  return submitForm(await args.request.formData(), DecideFaultForm, async (form) => {
    await decideFault(ctx, number, readFaultId(args.params.id), form)
    return seeOther(complaintPath(number))
  })
}

/** Before they were heard it can only be dropped. */
const decisions = ['verified', 'dismissed'] as const

/** CP-2: whether it stands, once they were heard. */
export default function Decision() {
  const { t, format } = useWords()
  const { faults } = useComplaint()
  const { id } = useParams()
  const fault = faults.find((one) => String(one.id) === id)
  const f = useFormOf<'decision' | 'why'>('decision', { reply: useActionData<typeof action>() })
  const decision = f.field('decision')
  if (!fault || fault.decidedAt) return null
  return (
    <ComplaintPanel
      title={t('complaints:decide.do', { name: fault.person.name })}
      lede={
        fault.answer !== null
          ? t('complaints:decide.heard', { words: fault.answer })
          : t(fault.heard ? 'complaints:decide.silent' : 'complaints:decide.wait', {
              at: format.moment(fault.answerBy),
            })
      }
      submit={t('complaints:decide.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="answered" value={fault.answeredAt ?? ''} />
      <Seg
        id={decision.id}
        name="decision"
        wide
        legend={t('complaints:decide.title')}
        error={decision.error}
        defaultValue={decision.defaultValue}
        options={(fault.heard ? decisions : decisions.slice(1)).map((value) => ({
          value,
          label: t(`complaints:faultStatus.${value}`),
        }))}
      />
      <TextAreaDense {...f.field('why')} wide rows={3} label={t('complaints:decide.why')} />
    </ComplaintPanel>
  )
}
