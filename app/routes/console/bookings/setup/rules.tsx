import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { BookingRulesForm } from '#app/domain/windows/booking-settings-form.ts'
import {
  changeBookingRules,
  readBookingRules,
  rulesSubject,
} from '#app/domain/windows/change-booking-settings.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { hoursText } from '#app/platform/day-hours.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { changeViews } from '../history.server.ts'
import { savedAt } from '../saved-line.tsx'
import { FormPage } from './form-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  const rules = await readBookingRules(ctx)
  const t = translate(ctx.locale)
  return {
    title: `${t('roster:rules.title')} – ${t('brand')}`,
    rules: {
      ...rules,
      heldShare: Math.round(rules.heldShare * 100),
      restHours: hoursText(rules.restHours),
    },
    seen: stampOf(rules),
    changes: changeViews(await listChanges(ctx, [rulesSubject])),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  return submitForm(await request.formData(), BookingRulesForm, async (form) => {
    await changeBookingRules(ctx, form)
    return seeOther(savedAt('/console/bookings/setup', 'rules'))
  })
}

/** Each rule's own control. */
const controls = {
  bookingDays: { type: 'number', min: 1, max: 180 },
  heldShare: { type: 'number', min: 0, max: 90 },
  cutOff: { type: 'time' },
  restHours: { type: 'text', maxLength: 200 },
  remindAt: { type: 'time' },
  callAheadMinutes: { type: 'number', min: 5, max: 240 },
  leaveHours: { type: 'number', min: 0, max: 720 },
  agreeDays: { type: 'number', min: 1, max: 60 },
  checkBy: { type: 'time' },
} as const
type Rule = keyof typeof controls
const hinted = ['heldShare', 'restHours'] as const

export default function Rules() {
  const { t } = useWords()
  const { rules, seen, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<Rule>('rules', {
    reply: useActionData<typeof action>(),
    defaults: rules,
  })
  const hintOf = (rule: Rule) => {
    const key = hinted.find((one) => one === rule)
    return key && t(`roster:rules.${key}Hint`)
  }
  return (
    <FormPage
      heading={t('roster:rules.title')}
      f={f}
      seen={seen}
      save={t('roster:rules.save')}
      changes={changes}
    >
      {(Object.keys(controls) as Rule[]).map((rule) => (
        <InputDense
          key={rule}
          {...f.field(rule)}
          {...controls[rule]}
          label={t(`roster:rules.${rule}`)}
          hint={hintOf(rule)}
          required={rule !== 'restHours'}
          autoComplete="off"
        />
      ))}
    </FormPage>
  )
}
