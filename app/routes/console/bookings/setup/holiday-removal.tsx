import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readHoliday, removeHoliday } from '#app/domain/crews/change-holidays.server.ts'
import { RemovalForm } from '#app/domain/crews/exception-form.ts'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { notFound } from '#app/platform/errors.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { companyZone, instantAt, isDay } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { holidaysFrom } from '../saved-line.tsx'
import { FormPage } from './form-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

function readDay(value: string | undefined): string {
  if (value === undefined || !isDay(value)) throw notFound()
  return value
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  const { day, nameZh, nameEn } = await readHoliday(ctx, readDay(params.day))
  const t = translate(ctx.locale)
  const heading = t('roster:holiday.removeTitle', {
    day: formatter(ctx.locale, companyZone(), ctx.now()).date(instantAt(day, '12:00')),
    name: ctx.locale === 'en' ? nameEn : nameZh,
  })
  return { title: `${heading} – ${t('brand')}`, heading }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  return submitForm(await request.formData(), RemovalForm, async () => {
    await removeHoliday(ctx, readDay(params.day))
    return seeOther(holidaysFrom(request, 'holidayGone'))
  })
}

export default function HolidayRemoval() {
  const { t } = useWords()
  const { heading } = useLoaderData<typeof loader>()
  const f = useFormOf<never>('removal', { reply: useActionData<typeof action>() })
  return (
    <FormPage heading={heading} f={f} save={t('roster:holiday.remove')} bad>
      <p>{t('roster:holiday.removeLede')}</p>
    </FormPage>
  )
}
