import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { AreaForm } from '#app/domain/crews/area-form.ts'
import { addArea } from '#app/domain/crews/change-area.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { savedAt } from '../saved-line.tsx'
import { type AreaField, AreaFields, usualSpeed } from './area-fields.tsx'
import { FormPage } from './form-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  const t = translate(ctx.locale)
  return { title: `${t('roster:area.newTitle')} – ${t('brand')}` }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  return submitForm(await request.formData(), AreaForm, async (form) => {
    await addArea(ctx, form)
    return seeOther(savedAt('/console/bookings/setup', 'area'))
  })
}

export default function NewArea() {
  const { t } = useWords()
  const f = useFormOf<AreaField>('area', {
    reply: useActionData<typeof action>(),
    defaults: { speedKmh: usualSpeed },
  })
  return (
    <FormPage heading={t('roster:area.newTitle')} f={f} save={t('roster:area.save')}>
      <AreaFields f={f} />
    </FormPage>
  )
}
