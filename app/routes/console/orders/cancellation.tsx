import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { cancelContract, CancelContractForm } from '#app/domain/orders/cancel-contract.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { atOrder } from './order-context.server.ts'
import { orderPath } from './order-look.ts'
import { OrderPanel } from './order-panel.tsx'
import { useOrder } from './use-order.ts'

/** While it is open, the order's own next step stands back. */
export const handle = { panel: true }

export async function loader(args: LoaderFunctionArgs) {
  await atOrder(args, 'order:enter')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atOrder(args, 'order:enter')
  return submitForm(await args.request.formData(), CancelContractForm, async (form) => {
    await cancelContract(ctx, number, form)
    return seeOther(orderPath(number))
  })
}

/** The order is given up, with a reason. */
export default function Cancellation() {
  const { t } = useWords()
  const order = useOrder()
  const f = useFormOf<'reason'>('cancellation', { reply: useActionData<typeof action>() })
  const version = usePinnedVersion(order.version, f.refusal)
  return (
    <OrderPanel
      bad
      title={t('orders:cancel.title')}
      lede={t('orders:cancel.lede')}
      submit={t('orders:cancel.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <TextAreaDense {...f.field('reason')} rows={2} label={t('orders:cancel.reason')} />
    </OrderPanel>
  )
}
