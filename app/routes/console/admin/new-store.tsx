import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { addStore } from '#app/domain/settings/change-store.server.ts'
import { StoreForm } from '#app/domain/settings/store-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { savedPath, SettingPage } from './setting-page.tsx'
import { type StoreField, StoreFields } from './store-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const path = '/console/admin/stores'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const t = translate(ctx.locale)
  return { title: `${t('settings:stores.add')} – ${t('brand')}` }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), StoreForm, async (form) => {
    await addStore(ctx, form)
    return seeOther(savedPath(path))
  })
}

export default function NewStore() {
  const { t } = useWords()
  const f = useFormOf<StoreField>('new-store', { reply: useActionData<typeof action>() })
  return (
    <SettingPage
      heading={t('settings:stores.add')}
      under={[{ href: path, label: t('settings:stores.title') }]}
      f={f}
      save={t('settings:add')}
      back={path}
    >
      <StoreFields f={f} />
    </SettingPage>
  )
}
