import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addHoliday } from '#app/domain/crews/change-holidays.server.ts'
import { holidayForm } from '#app/domain/crews/holiday-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { submitChange } from '../strands-reply.server.ts'
import { strandsIn } from '../strands.tsx'
import { holidaysFrom } from '../saved-line.tsx'
import { FormPage } from './form-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  const t = translate(ctx.locale)
  return { title: `${t('roster:holiday.title')} – ${t('brand')}`, today: dayOf(ctx.now()) }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  const schema = holidayForm(dayOf(ctx.now()))
  return submitChange(await request.formData(), schema, async (form) => {
    await addHoliday(ctx, form)
    return seeOther(holidaysFrom(request, 'holiday'))
  })
}

export default function NewHoliday() {
  const { t } = useWords()
  const { today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const f = useFormOf<'day' | 'nameZh' | 'nameEn'>('holiday', { reply })
  return (
    <FormPage
      heading={t('roster:holiday.title')}
      f={f}
      strands={strandsIn(reply)}
      save={t('roster:holiday.save')}
    >
      <p className="muted">{t('roster:holiday.lede')}</p>
      <InputDense
        {...f.field('day')}
        type="date"
        min={today}
        label={t('roster:holiday.day')}
        required
      />
      {(['nameZh', 'nameEn'] as const).map((name) => (
        <InputDense
          key={name}
          {...f.field(name)}
          label={t(`roster:holiday.${name}`)}
          maxLength={40}
          autoComplete="off"
          required
        />
      ))}
    </FormPage>
  )
}
