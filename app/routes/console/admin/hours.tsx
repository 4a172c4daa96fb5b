import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { countRunning } from '#app/domain/clocks/index.server.ts'
import { listHolidays } from '#app/domain/crews/change-holidays.server.ts'
import { changeHours, hoursSubject, readHours } from '#app/domain/settings/change-hours.server.ts'
import { HoursForm } from '#app/domain/settings/hours-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { hoursText, weekdays } from '#app/platform/day-hours.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { FormGrid, InputDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { changeViews } from '../bookings/history.server.ts'
import { History } from '../bookings/history.tsx'
import { savedPath, SettingPage } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const hours = await readHours(ctx)
  const t = translate(ctx.locale)
  const { serviceHours, quietHours } = hours
  return {
    title: `${t('settings:hours.title')} – ${t('brand')}`,
    hours: {
      ...Object.fromEntries(weekdays.map((day) => [`day${day}`, hoursText(serviceHours[day])])),
      quietFrom: quietHours?.from ?? '',
      quietTo: quietHours?.to ?? '',
    },
    holidays: (await listHolidays(ctx)).map(({ day, nameZh, nameEn }) => ({
      day,
      name: ctx.locale === 'en' ? nameEn : nameZh,
    })),
    mayChangeHolidays: may(ctx.actor, 'supply:manage'),
    running: await countRunning(ctx),
    seen: stampOf(hours),
    changes: changeViews(await listChanges(ctx, [hoursSubject])),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), HoursForm, async (form) => {
    await changeHours(ctx, form)
    return seeOther(savedPath('/console/admin/hours'))
  })
}

type Field = `day${1 | 2 | 3 | 4 | 5 | 6 | 7}` | 'quietFrom' | 'quietTo'

export default function Hours() {
  const { t } = useWords()
  const { hours, seen, running, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<Field>('hours', {
    reply: useActionData<typeof action>(),
    defaults: hours,
  })
  return (
    <SettingPage
      heading={t('settings:hours.title')}
      f={f}
      seen={seen}
      more={
        <>
          <Holidays />
          <History changes={changes} />
        </>
      }
    >
      <fieldset className="form form-part" aria-describedby="service-hint">
        <legend>{t('settings:hours.service')}</legend>
        <p className="muted xs" id="service-hint">
          {t('settings:hours.serviceHint')}
        </p>
        {weekdays.map((day) => (
          <InputDense
            key={day}
            {...f.field(`day${day}`)}
            label={t(`roster:weekday.${day}`)}
            maxLength={200}
            autoComplete="off"
          />
        ))}
      </fieldset>
      <fieldset className="form form-part" aria-describedby="quiet-hint">
        <legend>{t('settings:hours.quiet')}</legend>
        <p className="muted xs" id="quiet-hint">
          {t('settings:hours.quietHint')}
        </p>
        <FormGrid two>
          <InputDense {...f.field('quietFrom')} type="time" label={t('settings:hours.quietFrom')} />
          <InputDense {...f.field('quietTo')} type="time" label={t('settings:hours.quietTo')} />
        </FormGrid>
      </fieldset>
      <p className="muted xs">{t('settings:hours.note')}</p>
      {running > 0 && <p className="xs">{t('settings:running', { count: running })}</p>}
    </SettingPage>
  )
}

/** The days to come on which the company doesn't work; the clocks stand still on them. */
function Holidays() {
  const { t, format } = useWords()
  const { holidays, mayChangeHolidays } = useLoaderData<typeof loader>()
  const setup = '/console/bookings/setup'
  return (
    <Section
      title={t('settings:hours.holidays')}
      right={
        mayChangeHolidays && (
          <BtnLink size="in" icon="plus" href={`${setup}/holidays/new?from=hours`}>
            {t('settings:hours.addHoliday')}
          </BtnLink>
        )
      }
    >
      {holidays.length === 0 ? (
        <p className="muted">{t('settings:hours.noHolidays')}</p>
      ) : (
        <ul className="plain">
          {holidays.map(({ day, name }) => (
            <li key={day}>
              {format.wholeDay(withinDay(day))} {name}{' '}
              {mayChangeHolidays && (
                <TextLink href={`${setup}/holidays/${day}?from=hours`}>
                  {t('settings:hours.removeHoliday')}
                </TextLink>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
