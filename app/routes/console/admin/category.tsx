import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { CategoryForm } from '#app/domain/settings/category-form.ts'
import {
  categorySubject,
  changeCategory,
  lastingCategory,
  listCategoriesInFull,
  readCategory,
} from '#app/domain/settings/change-category.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { CheckDense } from '#app/ui/console/fields.tsx'
import { History } from '../bookings/history.tsx'
import { changeViews } from '../bookings/history.server.ts'
import { CategoryNames } from './category-names.tsx'
import { PlaceField } from './place-field.tsx'
import { savedPath, SettingPage } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

const path = '/console/admin/categories'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const key = params.key!
  const category = await readCategory(ctx, key)
  const t = translate(ctx.locale)
  const name = ctx.locale === 'en' ? category.nameEn : category.nameZh
  const heading = t('settings:categories.change', { name })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    category: { ...category, active: category.active ? 'yes' : null },
    lasting: key === lastingCategory,
    of: (await listCategoriesInFull(ctx)).length,
    seen: stampOf(category),
    changes: changeViews(await listChanges(ctx, [categorySubject(key)])),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), CategoryForm, async (form) => {
    await changeCategory(ctx, params.key!, form)
    return seeOther(savedPath(path))
  })
}

export default function CategoryPage() {
  const { t } = useWords()
  const { heading, category, lasting, of, seen, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<'nameZh' | 'nameEn' | 'place' | 'active'>('category', {
    reply: useActionData<typeof action>(),
    defaults: category,
  })
  return (
    <SettingPage
      heading={heading}
      under={[{ href: path, label: t('settings:categories.title') }]}
      f={f}
      seen={seen}
      back={path}
      more={<History changes={changes} />}
    >
      <CategoryNames f={f} />
      <PlaceField {...f.field('place')} label={t('settings:categories.place')} of={of} />
      {lasting ? (
        <>
          <input type="hidden" name="active" value="yes" />
          <p className="muted xs">{t('settings:categories.lasting')}</p>
        </>
      ) : (
        <>
          <CheckDense
            name="active"
            value="yes"
            defaultChecked={f.chosen('active').length > 0}
            label={t('settings:categories.active')}
          />
          <p className="muted xs">{t('settings:categories.activeHint')}</p>
        </>
      )}
    </SettingPage>
  )
}
