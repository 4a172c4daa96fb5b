import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { readyGoods } from '#app/domain/returns/index.server.ts'
import { ReadyGoodsForm } from '#app/domain/returns/supply-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { supplyKinds } from '#db/vocabulary/returns.ts'
import { casePath } from '../case-look.ts'
import { atStep } from './step-context.server.ts'
import { StepPage, StepPanel, useStep } from './step-panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  await atStep(args, 'return:supply', supplyKinds)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number, id } = await atStep(args, 'return:supply', supplyKinds)
  return submitForm(await args.request.formData(), ReadyGoodsForm, async (form) => {
    await readyGoods(ctx, number, id, form)
    return seeOther(casePath(number))
  })
}

/** RX-4: goods or a part are there. */
export default function Readiness() {
  const { t } = useWords()
  const { what } = useStep()
  const f = useFormOf<'note'>('readiness', { reply: useActionData<typeof action>() })
  const title = t('returns:supply.readiness.title', { what })
  return (
    <StepPage title={title} takes={['open', 'going']}>
      <StepPanel
        title={title}
        lede={t('returns:supply.readiness.lede')}
        submit={t('returns:supply.readiness.submit')}
        formError={f.formError}
        {...f.form}
      >
        <InputDense
          {...f.field('note')}
          maxLength={200}
          label={t('returns:supply.readiness.note')}
          hint={t('returns:supply.readiness.noteHint')}
        />
      </StepPanel>
    </StepPage>
  )
}
