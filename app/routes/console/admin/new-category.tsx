import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NewCategoryForm } from '#app/domain/settings/category-form.ts'
import { addCategory } from '#app/domain/settings/change-category.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { CategoryNames } from './category-names.tsx'
import { savedPath, SettingPage } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const path = '/console/admin/categories'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const t = translate(ctx.locale)
  return {
    title: `${t('settings:categories.addTitle')} – ${t('brand')}`,
    submissionKey: newToken(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), NewCategoryForm, async (form) => {
    await addCategory(ctx, form)
    return seeOther(savedPath(path))
  })
}

export default function NewCategory() {
  const { t } = useWords()
  const { submissionKey } = useLoaderData<typeof loader>()
  const f = useFormOf<'nameZh' | 'nameEn'>('new-category', {
    reply: useActionData<typeof action>(),
  })
  return (
    <SettingPage
      heading={t('settings:categories.addTitle')}
      under={[{ href: path, label: t('settings:categories.title') }]}
      f={f}
      save={t('settings:add')}
      back={path}
    >
      <input
        type="hidden"
        name="submissionKey"
        value={useSubmissionKey(submissionKey, 'new-category')}
      />
      <CategoryNames f={f} />
      <p className="muted xs">{t('settings:categories.addHint')}</p>
    </SettingPage>
  )
}
