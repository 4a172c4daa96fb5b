import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { promiseGoods } from '#app/domain/returns/index.server.ts'
import { PromiseGoodsForm } from '#app/domain/returns/supply-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { supplyKinds } from '#db/vocabulary/returns.ts'
import { withinDay } from '../../civil-day.ts'
import { casePath } from '../case-look.ts'
import { atStep } from './step-context.server.ts'
import { StepPage, StepPanel, useStep } from './step-panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  await atStep(args, 'return:supply', supplyKinds)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number, id } = await atStep(args, 'return:supply', supplyKinds)
  return submitForm(await args.request.formData(), PromiseGoodsForm, async (form) => {
    await promiseGoods(ctx, number, id, form)
    return seeOther(casePath(number))
  })
}

/** RX-4: goods or a part come on another day. */
export default function PromiseDay() {
  const { t, format } = useWords()
  const { what, promisedOn } = useStep()
  const f = useFormOf<'promisedOn' | 'reason'>('promise', {
    reply: useActionData<typeof action>(),
    defaults: { promisedOn },
  })
  const title = t('returns:supply.promise.title', { what })
  return (
    <StepPage title={title} takes={['open', 'going']}>
      <StepPanel
        two
        title={title}
        lede={t('returns:supply.promise.lede', { day: format.day(withinDay(promisedOn ?? '')) })}
        submit={t('returns:supply.promise.submit')}
        formError={f.formError}
        {...f.form}
      >
        <InputDense
          {...f.field('promisedOn')}
          type="date"
          label={t('returns:supply.promise.day')}
        />
        <InputDense
          {...f.field('reason')}
          maxLength={200}
          label={t('returns:supply.promise.reason')}
          hint={t('returns:supply.promise.reasonHint')}
        />
      </StepPanel>
    </StepPage>
  )
}
