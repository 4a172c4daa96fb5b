import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useSearchParams } from '@remix-run/react'
import { ArrivalForm, recordArrival } from '#app/domain/orders/record-arrival.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { FormError } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { atOrder } from './order-context.server.ts'
import { orderPath } from './order-look.ts'
import { OrderPanel } from './order-panel.tsx'
import { useOrder } from './use-order.ts'

export async function loader(args: LoaderFunctionArgs) {
  await atOrder(args, 'order:receive')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atOrder(args, 'order:receive')
  return submitForm(await args.request.formData(), ArrivalForm, async (form) => {
    await recordArrival(ctx, number, form)
    return seeOther(orderPath(number))
  })
}

/** Stands on the order's page: an arrival that is to be taken back, and why it wasn't kept. */
export default function Arrivals() {
  const { t } = useWords()
  const order = useOrder()
  const [params] = useSearchParams()
  const f = useFormOf<'line'>('arrivals', { reply: useActionData<typeof action>() })
  const wrong = f.formError ?? f.field('line').error
  const line = order.lines.find(({ id }) => String(id) === params.get('undo'))
  if (line?.arrivedAt && order.may.receive && order.may.undo) {
    return (
      <OrderPanel
        bad
        title={t('orders:undo.title', { product: line.product })}
        lede={t(order.standing === 'ready' ? 'orders:undo.told' : 'orders:undo.lede')}
        submit={t('orders:undo.submit')}
        formError={wrong}
        {...f.form}
      >
        <input type="hidden" name="undo" value={line.id} />
      </OrderPanel>
    )
  }
  if (!wrong) return null
  return (
    <Section>
      <FormError>{wrong}</FormError>
    </Section>
  )
}
