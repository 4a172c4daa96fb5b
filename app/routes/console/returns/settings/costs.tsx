import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  changeReturnCosts,
  percentOf,
  readReturnCosts,
  returnCostsSubject,
} from '#app/domain/settings/change-returns.server.ts'
import { ReturnCostsForm } from '#app/domain/settings/return-costs-form.ts'
import { sayYuan } from '#app/domain/settings/return-fields.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { returnChanges } from './history.server.ts'
import { ReturnHistory } from './history.tsx'
import { savedPath, SettingPage } from '../../admin/setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

const path = '/console/returns/settings/costs'
const limits = ['desk', 'general'] as const
const usual = [
  'goodsShare',
  'partShare',
  'residualShare',
  'carriage',
  'visit',
  'repairVisit',
] as const
const times = ['decideHours', 'appealDays', 'faultAnswerDays'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const costs = await readReturnCosts(ctx)
  const t = translate(ctx.locale)
  return {
    title: `${t('returnSettings:costs.title')} – ${t('brand')}`,
    costs: {
      ...costs,
      desk: sayYuan(costs.desk),
      general: sayYuan(costs.general),
      goodsShare: percentOf(costs.goodsShare),
      partShare: percentOf(costs.partShare),
      residualShare: percentOf(costs.residualShare),
      carriage: sayYuan(costs.carriage),
      visit: sayYuan(costs.visit),
      repairVisit: sayYuan(costs.repairVisit),
    },
    seen: stampOf(costs),
    changes: await returnChanges(ctx, returnCostsSubject),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), ReturnCostsForm, async (form) => {
    await changeReturnCosts(ctx, form)
    return seeOther(savedPath(path))
  })
}

/** RX-2, RX-3: who decides up to which cost, what a way usually costs, and how soon. */
export default function ReturnCosts() {
  const { t } = useWords()
  const { costs, seen, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<keyof typeof costs>('return-costs', {
    reply: useActionData<typeof action>(),
    defaults: costs,
  })
  const figure = (name: keyof typeof costs, hint?: string) => (
    <InputDense
      key={name}
      {...f.field(name)}
      label={t(`returnSettings:costs.${name}`)}
      hint={hint}
      inputMode="decimal"
      maxLength={12}
      autoComplete="off"
      required
    />
  )
  return (
    <SettingPage
      heading={t('returnSettings:costs.title')}
      f={f}
      seen={seen}
      more={<ReturnHistory changes={changes} />}
    >
      <fieldset className="form form-part">
        <legend>{t('returnSettings:costs.limits')}</legend>
        {limits.map((name) => figure(name, t(`returnSettings:costs.${name}Hint`)))}
      </fieldset>
      <fieldset className="form form-part">
        <legend>{t('returnSettings:costs.usual')}</legend>
        <p className="muted xs">{t('returnSettings:costs.usualHint')}</p>
        <div className="targets">{usual.map((name) => figure(name))}</div>
      </fieldset>
      <fieldset className="form form-part">
        <legend>{t('returnSettings:costs.times')}</legend>
        {times.map((name) => figure(name))}
      </fieldset>
      <fieldset className="form form-part">
        <legend>{t('returnSettings:costs.calls')}</legend>
        {figure('inspectionSample', t('returnSettings:costs.inspectionHint'))}
      </fieldset>
      <p className="muted xs">{t('returnSettings:costs.note')}</p>
    </SettingPage>
  )
}
