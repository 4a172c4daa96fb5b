import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addCheck } from '#app/domain/settings/change-checklist.server.ts'
import { listChecks, readSkill } from '#app/domain/settings/checklist.server.ts'
import { CheckForm } from '#app/domain/settings/checklist-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { type CheckField, CheckFields } from './check-fields.tsx'
import { savedPath, SettingPage } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const skill = readSkill(params.skill)
  const t = translate(ctx.locale)
  const service = t(`words:skill.${skill}`)
  const heading = t('settings:checklists.addTitle', { service })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    back: {
      href: `/console/admin/checklists/${skill}`,
      label: t('settings:checklists.of', { service }),
    },
    of: (await listChecks(ctx, skill)).filter(({ active }) => active).length + 1,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const skill = readSkill(params.skill)
  return submitForm(await request.formData(), CheckForm, async (form) => {
    await addCheck(ctx, skill, form)
    return seeOther(savedPath(`/console/admin/checklists/${skill}`))
  })
}

export default function NewCheck() {
  const { t } = useWords()
  const { heading, back, of } = useLoaderData<typeof loader>()
  const f = useFormOf<CheckField>('new-check', {
    reply: useActionData<typeof action>(),
    defaults: { place: of },
  })
  return (
    <SettingPage
      heading={heading}
      under={[{ href: '/console/admin/checklists', label: t('settings:checklists.title') }, back]}
      f={f}
      save={t('settings:add')}
      back={back.href}
    >
      <input type="hidden" name="active" value="yes" />
      <CheckFields f={f} of={of} />
    </SettingPage>
  )
}
