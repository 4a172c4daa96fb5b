import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { CategoriesForm } from '#app/domain/windows/booking-settings-form.ts'
import {
  categoriesSubject,
  changeBookableCategories,
} from '#app/domain/windows/change-booking-settings.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Options } from '#app/ui/console/choices.tsx'
import { useCategories } from '../../use-categories.ts'
import { changeViews } from '../history.server.ts'
import { savedAt } from '../saved-line.tsx'
import { FormPage } from './form-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'booking:settings')
  const { bookableCategories } = await currentSettings(ctx)
  const t = translate(ctx.locale)
  return {
    title: `${t('roster:categories.title')} – ${t('brand')}`,
    bookableCategories,
    seen: stampOf(bookableCategories),
    changes: changeViews(await listChanges(ctx, [categoriesSubject])),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'booking:settings')
  return submitForm(await request.formData(), CategoriesForm, async (form) => {
    await changeBookableCategories(ctx, form)
    return seeOther(savedAt('/console/bookings/setup', 'categories'))
  })
}

export default function Categories() {
  const { t } = useWords()
  const { categories } = useCategories()
  const { bookableCategories, seen, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<'bookableCategories'>('categories', {
    reply: useActionData<typeof action>(),
    defaults: { bookableCategories },
  })
  const { id, error } = f.field('bookableCategories')
  const chosen = f.chosen('bookableCategories')
  return (
    <FormPage
      heading={t('roster:categories.title')}
      f={f}
      seen={seen}
      save={t('roster:categories.save')}
      changes={changes}
    >
      <p className="muted">{t('roster:categories.lede')}</p>
      <Options
        id={id}
        name="bookableCategories"
        type="checkbox"
        legend={t('roster:categories.legend')}
        error={error}
        items={categories
          .filter(({ key, active }) => active || chosen.includes(key))
          .map(({ key, name }) => ({
            value: key,
            label: name,
            defaultChecked: chosen.includes(key),
          }))}
      />
    </FormPage>
  )
}
