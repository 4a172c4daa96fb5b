import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ArrivalForm, recordArrival } from '#app/domain/orders/record-arrival.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { FormError } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { atOrder } from './order-context.server.ts'
import { orderPath } from './order-look.ts'

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atOrder(args, 'order:receive')
  return submitForm(await args.request.formData(), ArrivalForm, async (form) => {
    await recordArrival(ctx, number, form)
    return seeOther(orderPath(number))
  })
}

/** Stands on the order's page: why the arrival wasn't kept. */
export default function Arrivals() {
  const f = useFormOf<'line'>('arrivals', { reply: useActionData<typeof action>() })
  const wrong = f.formError ?? f.field('line').error
  if (!wrong) return null
  return (
    <Section>
      <FormError>{wrong}</FormError>
    </Section>
  )
}
