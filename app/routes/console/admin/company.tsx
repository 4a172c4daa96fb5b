import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import {
  changeCompany,
  companySubject,
  readCompany,
} from '#app/domain/settings/change-company.server.ts'
import { CompanyForm } from '#app/domain/settings/company-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { History } from '../bookings/history.tsx'
import { changeViews } from '../bookings/history.server.ts'
import { savedPath, SettingPage } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const company = await readCompany(ctx)
  const t = translate(ctx.locale)
  return {
    title: `${t('settings:company.title')} – ${t('brand')}`,
    company,
    seen: stampOf(company),
    changes: changeViews(await listChanges(ctx, [companySubject])),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), CompanyForm, async (form) => {
    await changeCompany(ctx, form)
    return seeOther(savedPath('/console/admin/company'))
  })
}

export default function Company() {
  const { t } = useWords()
  const { company, seen, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<'nameZh' | 'nameEn' | 'hotline'>('company', {
    reply: useActionData<typeof action>(),
    defaults: company,
  })
  return (
    <SettingPage
      heading={t('settings:company.title')}
      f={f}
      seen={seen}
      more={<History changes={changes} />}
    >
      <InputDense
        {...f.field('nameZh')}
        label={t('settings:company.nameZh')}
        maxLength={40}
        lang="zh-CN"
        autoComplete="off"
        required
      />
      <InputDense
        {...f.field('nameEn')}
        label={t('settings:company.nameEn')}
        maxLength={40}
        lang="en"
        autoComplete="off"
        required
      />
      <InputDense
        {...f.field('hotline')}
        type="tel"
        label={t('settings:company.hotline')}
        hint={t('settings:company.hotlineHint')}
        maxLength={30}
        autoComplete="off"
        required
      />
      <p className="muted xs">{t('settings:company.note')}</p>
    </SettingPage>
  )
}
