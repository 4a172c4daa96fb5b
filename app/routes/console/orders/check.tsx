import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { checkContract, CheckContractForm } from '#app/domain/orders/check-contract.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { FormError } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { atOrder } from './order-context.server.ts'
import { orderPath } from './order-look.ts'

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atOrder(args, 'order:check')
  return submitForm(await args.request.formData(), CheckContractForm, async (form) => {
    await checkContract(ctx, number, form)
    return seeOther(orderPath(number))
  })
}

/** Stands on the order's page: why it couldn't be checked. */
export default function Check() {
  const f = useFormOf<never>('check', { reply: useActionData<typeof action>() })
  if (!f.formError) return null
  return (
    <Section>
      <FormError>{f.formError}</FormError>
    </Section>
  )
}
