import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ownComplaint } from '#app/domain/complaints/index.server.ts'
import { ComplaintOwnerForm } from '#app/domain/complaints/complaint-forms.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { SelectDense } from '#app/ui/console/fields.tsx'
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
  return submitForm(await args.request.formData(), ComplaintOwnerForm, async (form) => {
    await ownComplaint(ctx, number, form)
    return seeOther(complaintPath(number))
  })
}

/** CP-1: whose it is from now on. */
export default function Owner() {
  const { t } = useWords()
  const complaint = useComplaint()
  const mine = complaint.owners.some(({ id }) => id === complaint.me)
  const f = useFormOf<'owner'>('owner', {
    reply: useActionData<typeof action>(),
    defaults: { owner: mine ? complaint.me : complaint.owner },
  })
  const version = usePinnedVersion(complaint.version, f.refusal)
  return (
    <ComplaintPanel
      title={t('complaints:owner.title')}
      lede={t('complaints:owner.lede')}
      submit={t('complaints:owner.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <SelectDense {...f.field('owner')} label={t('complaints:list.owner')}>
        {complaint.owners.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectDense>
    </ComplaintPanel>
  )
}
