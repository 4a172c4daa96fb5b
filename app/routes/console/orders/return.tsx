import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { returnContract, ReturnContractForm } from '#app/domain/orders/return-contract.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { atOrder } from './order-context.server.ts'
import { orderPath } from './order-look.ts'
import { OrderPanel } from './order-panel.tsx'
import { useOrder } from './use-order.ts'

/** While it is open, the order's own next step stands back. */
export const handle = { panel: true }

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'order:check')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atOrder(args, 'order:check')
  return submitForm(await args.request.formData(), ReturnContractForm, async (form) => {
    await returnContract(ctx, number, form)
    return seeOther(orderPath(number))
  })
}

/** What is missing, in words: the store gets them by mail and finds them on the page. */
export default function Return() {
  const { t } = useWords()
  const order = useOrder()
  const f = useFormOf<'note'>('return', { reply: useActionData<typeof action>() })
  const version = usePinnedVersion(order.version, f.refusal)
  return (
    <OrderPanel
      title={t('orders:return.title')}
      lede={t('orders:return.lede')}
      submit={t('orders:return.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <TextAreaDense {...f.field('note')} rows={3} label={t('orders:return.note')} />
    </OrderPanel>
  )
}
