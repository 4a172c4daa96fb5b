import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addTerm } from '#app/domain/settings/change-terms.server.ts'
import { TermForm } from '#app/domain/settings/term-form.ts'
import { listTerms } from '#app/domain/settings/terms.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { savedPath, SettingPage } from '../../admin/setting-page.tsx'
import { type TermField, TermFields } from './term-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const path = '/console/returns/terms'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const t = translate(ctx.locale)
  return {
    title: `${t('returnSettings:terms.addTitle')} – ${t('brand')}`,
    of: (await listTerms(ctx)).length + 1,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), TermForm, async (form) => {
    await addTerm(ctx, form)
    return seeOther(savedPath(path))
  })
}

export default function NewTerm() {
  const { t } = useWords()
  const { of } = useLoaderData<typeof loader>()
  const f = useFormOf<TermField>('new-term', {
    reply: useActionData<typeof action>(),
    defaults: { place: of },
  })
  return (
    <SettingPage
      heading={t('returnSettings:terms.addTitle')}
      under={[{ href: path, label: t('returnSettings:terms.title') }]}
      f={f}
      save={t('returnSettings:add')}
      back={path}
    >
      <input type="hidden" name="active" value="yes" />
      <TermFields f={f} of={of} />
    </SettingPage>
  )
}
