import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import {
  changeService,
  readService,
  readServiceKey,
  serviceSubject,
} from '#app/domain/windows/change-service.server.ts'
import { ServiceForm } from '#app/domain/windows/service-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { hoursText } from '#app/platform/day-hours.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { CheckDense, InputDense } from '#app/ui/console/fields.tsx'
import { changeViews } from '../history.server.ts'
import { savedAt } from '../saved-line.tsx'
import { FormPage } from './form-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  const key = readServiceKey(params.key)
  const service = await readService(ctx, key)
  const t = translate(ctx.locale)
  const heading = t('roster:service.title', { service: t(`words:skill.${key}`) })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    service: {
      ...service,
      hours: hoursText(service.hours),
      online: service.online ? 'yes' : null,
      threeChecks: service.threeChecks ? 'yes' : null,
    },
    rest: hoursText((await currentSettings(ctx)).restHours),
    seen: stampOf(service),
    changes: changeViews(await listChanges(ctx, [serviceSubject(key)])),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  return submitForm(await request.formData(), ServiceForm, async (form) => {
    await changeService(ctx, readServiceKey(params.key), form)
    return seeOther(savedAt('/console/bookings/setup', 'service'))
  })
}

export default function ServicePage() {
  const { t } = useWords()
  const { heading, service, rest, seen, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<'durationMinutes' | 'travelMinutes' | 'hours' | 'online' | 'threeChecks'>(
    'service',
    {
      reply: useActionData<typeof action>(),
      defaults: service,
    },
  )
  return (
    <FormPage heading={heading} f={f} seen={seen} save={t('roster:service.save')} changes={changes}>
      <InputDense
        {...f.field('durationMinutes')}
        type="number"
        min={5}
        max={720}
        label={t('roster:service.duration')}
        hint={t('roster:service.durationHint')}
        required
      />
      <InputDense
        {...f.field('travelMinutes')}
        type="number"
        min={0}
        max={240}
        label={t('roster:service.travel')}
        required
      />
      <InputDense
        {...f.field('hours')}
        label={t('roster:service.hours')}
        hint={rest ? t('roster:service.hoursHint', { rest }) : t('roster:service.hoursHintNone')}
        maxLength={300}
        autoComplete="off"
        required
      />
      <CheckDense
        name="online"
        value="yes"
        defaultChecked={f.chosen('online').length > 0}
        label={t('roster:service.online')}
      />
      <CheckDense
        name="threeChecks"
        value="yes"
        defaultChecked={f.chosen('threeChecks').length > 0}
        label={t('roster:service.threeChecks')}
      />
      <p className="muted xs">{t('roster:service.threeChecksHint')}</p>
      <p className="muted xs">{t('roster:service.note')}</p>
    </FormPage>
  )
}
