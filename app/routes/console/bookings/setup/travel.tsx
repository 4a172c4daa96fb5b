import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import {
  changeTravelSettings,
  readTravelSettings,
  travelSubject,
} from '#app/domain/travel/change-travel-settings.server.ts'
import { checkRouting } from '#app/domain/travel/routing-check.server.ts'
import { TravelSettingsForm } from '#app/domain/travel/travel-settings-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { changeViews } from '../history.server.ts'
import { savedAt } from '../saved-line.tsx'
import { FormPage } from './form-page.tsx'
import { RoutingLine } from './routing-line.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  const t = translate(ctx.locale)
  const travel = await readTravelSettings(ctx)
  return {
    title: `${t('roster:travel.title')} – ${t('brand')}`,
    travel,
    check: await checkRouting(ctx),
    seen: stampOf(travel),
    changes: changeViews(await listChanges(ctx, [travelSubject])),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  return submitForm(await request.formData(), TravelSettingsForm, async (form) => {
    await changeTravelSettings(ctx, form)
    return seeOther(savedAt('/console/bookings/setup', 'travel'))
  })
}

/** Each setting's own control. */
const controls = {
  routingUrl: { type: 'url', maxLength: 300 },
  tileUrl: { type: 'text', inputMode: 'url', maxLength: 300 },
  tileCredit: { type: 'text', maxLength: 120 },
  detour: { type: 'number', min: 1, max: 3, step: 0.05, required: true },
  approachMinutes: { type: 'number', min: 0, max: 60, required: true },
  planSeconds: { type: 'number', min: 1, max: 120, required: true },
} as const
type Setting = keyof typeof controls
const hinted = ['routingUrl', 'tileUrl', 'tileCredit', 'detour'] as const

export default function TravelPage() {
  const { t } = useWords()
  const { travel, check, seen, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<Setting>('travel', {
    reply: useActionData<typeof action>(),
    defaults: travel,
  })
  const hintOf = (setting: Setting) => {
    const key = hinted.find((one) => one === setting)
    return key && t(`roster:travel.${key}Hint`)
  }
  return (
    <FormPage
      heading={t('roster:travel.title')}
      f={f}
      seen={seen}
      save={t('roster:travel.save')}
      changes={changes}
      above={<RoutingLine check={check} />}
    >
      {(Object.keys(controls) as Setting[]).map((setting) => (
        <InputDense
          key={setting}
          {...f.field(setting)}
          {...controls[setting]}
          label={t(`roster:travel.${setting}`)}
          hint={hintOf(setting)}
          autoComplete="off"
        />
      ))}
    </FormPage>
  )
}
