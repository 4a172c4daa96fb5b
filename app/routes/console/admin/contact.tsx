import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import {
  changeContactDays,
  contactDaysSubject,
  readContactDays,
} from '#app/domain/settings/change-contact-days.server.ts'
import { ContactDaysForm } from '#app/domain/settings/contact-days-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { customerGrades } from '#db/vocabulary/customers.ts'
import { History } from '../bookings/history.tsx'
import { changeViews } from '../bookings/history.server.ts'
import { savedPath, SettingPage } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const days = await readContactDays(ctx)
  const t = translate(ctx.locale)
  return {
    title: `${t('settings:contact.title')} – ${t('brand')}`,
    days: { daysA: days.A, daysB: days.B, daysC: days.C },
    seen: stampOf(days),
    changes: changeViews(await listChanges(ctx, [contactDaysSubject])),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), ContactDaysForm, async (form) => {
    await changeContactDays(ctx, form)
    return seeOther(savedPath('/console/admin/contact'))
  })
}

/** CU-1: how often customers of each grade hear from us. */
export default function ContactDays() {
  const { t } = useWords()
  const { days, seen, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<keyof typeof days>('contact-days', {
    reply: useActionData<typeof action>(),
    defaults: days,
  })
  return (
    <SettingPage
      heading={t('settings:contact.title')}
      f={f}
      seen={seen}
      more={<History changes={changes} />}
    >
      <p className="muted">{t('settings:contact.lede')}</p>
      {customerGrades.map((grade) => (
        <InputDense
          key={grade}
          {...f.field(`days${grade}`)}
          label={t('settings:contact.of', { grade })}
          inputMode="numeric"
          maxLength={3}
          autoComplete="off"
          required
        />
      ))}
      <p className="muted xs">{t('settings:contact.note')}</p>
    </SettingPage>
  )
}
