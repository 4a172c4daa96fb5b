import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { namePeople } from '#app/domain/complaints/index.server.ts'
import { NamePeopleForm } from '#app/domain/complaints/complaint-forms.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Options } from '#app/ui/console/choices.tsx'
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
  return submitForm(await args.request.formData(), NamePeopleForm, async (form) => {
    await namePeople(ctx, number, form)
    return seeOther(complaintPath(number))
  })
}

/** CP-1: whom it is about; the crew that was there stands on the list. */
export default function People() {
  const { t } = useWords()
  const complaint = useComplaint()
  const { people, suggested } = complaint
  const f = useFormOf<'people' | 'other'>('people', {
    reply: useActionData<typeof action>(),
    defaults: { people: people.map(({ id }) => id) },
  })
  const version = usePinnedVersion(complaint.version, f.refusal)
  const chosen = f.chosen('people')
  const listed = [...people, ...suggested]
  const others = complaint.everybody.filter(({ id }) => !listed.some((one) => one.id === id))
  return (
    <ComplaintPanel
      title={t('complaints:people.do')}
      lede={t('complaints:people.lede')}
      submit={t('complaints:people.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      {listed.length > 0 && (
        <Options
          id={f.field('people').id}
          name="people"
          type="checkbox"
          wide
          legend={t('complaints:people.title')}
          error={f.field('people').error}
          items={listed.map(({ id, name }) => ({
            value: id,
            label: name,
            right: suggested.some((one) => one.id === id) ? t('complaints:people.was') : null,
            defaultChecked: chosen.includes(id),
          }))}
        />
      )}
      <SelectDense {...f.field('other')} label={t('complaints:people.other')}>
        <option value="">{t('complaints:people.noOther')}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectDense>
    </ComplaintPanel>
  )
}
