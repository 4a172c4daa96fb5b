import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { noteRefund } from '#app/domain/returns/index.server.ts'
import { NoteRefundForm } from '#app/domain/returns/supply-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { casePath } from '../case-look.ts'
import { atStep } from './step-context.server.ts'
import { StepPage, StepPanel, useStep } from './step-panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await atStep(args, 'return:refund', ['refund'])
  return { today: dayOf(ctx.now()) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number, id } = await atStep(args, 'return:refund', ['refund'])
  return submitForm(await args.request.formData(), NoteRefundForm, async (form) => {
    await noteRefund(ctx, number, id, form)
    return seeOther(casePath(number))
  })
}

/** RX-4: money went back to the customer. */
export default function Refund() {
  const { t, format } = useWords()
  const { today } = useLoaderData<typeof loader>()
  const { amount, currency, method } = useStep()
  const f = useFormOf<'reference' | 'paidOn'>('refund', {
    reply: useActionData<typeof action>(),
    defaults: { paidOn: today },
  })
  const title = t('returns:supply.refund.title', {
    amount: format.money(amount ?? 0, currency ?? 'CNY'),
  })
  return (
    <StepPage title={title} takes={['open', 'going']}>
      <StepPanel
        two
        title={title}
        lede={method && t('returns:supply.refund.lede', { method: t(`returns:method.${method}`) })}
        submit={t('returns:supply.refund.submit')}
        formError={f.formError}
        {...f.form}
      >
        <InputDense
          {...f.field('reference')}
          maxLength={120}
          autoComplete="off"
          label={t('returns:supply.refund.reference')}
        />
        <InputDense
          {...f.field('paidOn')}
          type="date"
          max={today}
          label={t('returns:supply.refund.paidOn')}
        />
      </StepPanel>
    </StepPage>
  )
}
