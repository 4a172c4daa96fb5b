import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeCheck } from '#app/domain/settings/change-checklist.server.ts'
import { listChecks, readCheck, readSkill } from '#app/domain/settings/checklist.server.ts'
import { CheckForm } from '#app/domain/settings/checklist-form.ts'
import { readId } from '#app/domain/settings/read-id.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { CheckDense } from '#app/ui/console/fields.tsx'
import { type CheckField, CheckFields } from './check-fields.tsx'
import { savedPath, SettingPage } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const skill = readSkill(params.skill)
  const check = await readCheck(ctx, skill, readId(params.id))
  const inForce = (await listChecks(ctx, skill)).filter(({ active }) => active).length
  const of = check.active ? inForce : inForce + 1
  const t = translate(ctx.locale)
  const service = t(`words:skill.${skill}`)
  const heading = t('settings:checklists.changeTitle', { service })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    back: {
      href: `/console/admin/checklists/${skill}`,
      label: t('settings:checklists.of', { service }),
    },
    check: {
      ...check,
      must: check.must ? 'yes' : null,
      active: check.active ? 'yes' : null,
      place: check.place ?? of,
    },
    of,
    seen: stampOf(check),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const skill = readSkill(params.skill)
  return submitForm(await request.formData(), CheckForm, async (form) => {
    await changeCheck(ctx, skill, readId(params.id), form)
    return seeOther(savedPath(`/console/admin/checklists/${skill}`))
  })
}

export default function CheckPage() {
  const { t } = useWords()
  const { heading, back, check, of, seen } = useLoaderData<typeof loader>()
  const f = useFormOf<CheckField>('check', {
    reply: useActionData<typeof action>(),
    defaults: check,
  })
  return (
    <SettingPage
      heading={heading}
      under={[{ href: '/console/admin/checklists', label: t('settings:checklists.title') }, back]}
      f={f}
      seen={seen}
      back={back.href}
    >
      <CheckFields f={f} of={of} />
      <CheckDense
        name="active"
        value="yes"
        defaultChecked={f.chosen('active').length > 0}
        label={t('settings:checklists.active')}
      />
      <p className="muted xs">{t('settings:checklists.activeHint')}</p>
      <p className="muted xs">{t('settings:checklists.note')}</p>
    </SettingPage>
  )
}
