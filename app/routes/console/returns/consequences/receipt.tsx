import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { receiveOriginal, wasCollected } from '#app/domain/returns/index.server.ts'
import { ReceiveOriginalForm } from '#app/domain/returns/supply-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { casePath } from '../case-look.ts'
import { atStep } from './step-context.server.ts'
import { StepPage, StepPanel, useStep } from './step-panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, ticket, consequence } = await atStep(args, 'return:supply', ['original'])
  return { collected: await wasCollected(ctx, ticket, consequence) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number, id } = await atStep(args, 'return:supply', ['original'])
  return submitForm(await args.request.formData(), ReceiveOriginalForm, async (form) => {
    await receiveOriginal(ctx, number, id, form)
    return seeOther(casePath(number))
  })
}

/** RX-4: an original is in the warehouse. */
export default function Receipt() {
  const { t } = useWords()
  const { collected } = useLoaderData<typeof loader>()
  const { what } = useStep()
  const f = useFormOf<'note' | 'because'>('receipt', { reply: useActionData<typeof action>() })
  const title = t('returns:supply.receipt.title', { what })
  return (
    <StepPage title={title} takes={['open']}>
      <StepPanel
        title={title}
        lede={t(
          collected ? 'returns:supply.receipt.ledeCollected' : 'returns:supply.receipt.ledeNot',
        )}
        submit={t('returns:supply.receipt.submit')}
        formError={f.formError}
        {...f.form}
      >
        {!collected && (
          <InputDense
            {...f.field('because')}
            maxLength={300}
            label={t('returns:supply.receipt.because')}
          />
        )}
        <InputDense {...f.field('note')} maxLength={200} label={t('returns:supply.receipt.note')} />
      </StepPanel>
    </StepPage>
  )
}
