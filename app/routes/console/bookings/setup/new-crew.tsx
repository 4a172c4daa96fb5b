import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addCrew } from '#app/domain/crews/change-crew.server.ts'
import { CrewForm } from '#app/domain/crews/crew-form.ts'
import { listAreas } from '#app/domain/crews/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { savedAt } from '../saved-line.tsx'
import { type CrewField, CrewFields } from './crew-fields.tsx'
import { FormPage } from './form-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  const t = translate(ctx.locale)
  return {
    title: `${t('roster:edit.newTitle')} – ${t('brand')}`,
    areas: (await listAreas(ctx)).map(({ id, nameZh, nameEn }) => ({ id, zh: nameZh, en: nameEn })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  return submitForm(await request.formData(), CrewForm, async (form) => {
    const id = await addCrew(ctx, form)
    return seeOther(
      may(ctx.actor, 'roster:manage')
        ? savedAt(`/console/bookings/roster/${id}/pattern`, 'newCrew')
        : savedAt('/console/bookings/setup', 'crew'),
    )
  })
}

export default function NewCrew() {
  const { t } = useWords()
  const { areas } = useLoaderData<typeof loader>()
  const f = useFormOf<CrewField>('crew', {
    reply: useActionData<typeof action>(),
    defaults: { membersNeeded: 1, active: 'yes' },
  })
  return (
    <FormPage heading={t('roster:edit.newTitle')} f={f} save={t('roster:edit.save')}>
      <CrewFields f={f} areas={areas} />
    </FormPage>
  )
}
