import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { raiseFault } from '#app/domain/complaints/index.server.ts'
import { RaiseFaultForm } from '#app/domain/complaints/complaint-forms.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { SelectDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { faultKinds } from '#db/vocabulary/complaints.ts'
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
  return submitForm(await args.request.formData(), RaiseFaultForm, async (form) => {
    await raiseFault(ctx, number, form)
    return seeOther(complaintPath(number))
  })
}

/** CP-2: a fault is put to somebody; they are asked for their side before it counts. */
export default function NewFault() {
  const { t } = useWords()
  const { people, suggested, everybody, me } = useComplaint()
  const f = useFormOf<'person' | 'kind' | 'what'>('fault', {
    reply: useActionData<typeof action>(),
    defaults: { person: people.length === 1 ? people[0]!.id : '' },
  })
  const first = [...people, ...suggested]
  const rest = everybody.filter(({ id }) => id !== me && !first.some((one) => one.id === id))
  return (
    <ComplaintPanel
      title={t('complaints:raise.do')}
      lede={t('complaints:raise.lede')}
      submit={t('complaints:raise.submit')}
      formError={f.formError}
      {...f.form}
    >
      <SelectDense {...f.field('person')} label={t('complaints:raise.person')}>
        <option value="">{t('complaints:raise.choose')}</option>
        {[...first, ...rest].map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectDense>
      <SelectDense {...f.field('kind')} label={t('complaints:raise.kind')}>
        <option value="">{t('complaints:raise.choose')}</option>
        {faultKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`complaints:fault.${kind}`)}
          </option>
        ))}
      </SelectDense>
      <TextAreaDense
        {...f.field('what')}
        wide
        rows={4}
        label={t('complaints:raise.what')}
        hint={t('complaints:raise.whatHint')}
      />
    </ComplaintPanel>
  )
}
