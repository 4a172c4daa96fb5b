import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { registerDelivery } from '#app/domain/bookings/index.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { useFormOf } from '#app/routes/form.ts'
import { FormError } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { ticketPath } from '../tickets/use-ticket.ts'
import { atOrder } from './order-context.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atOrder(args, 'order:book')
  return submitForm(await args.request.formData(), z.object({}), async () => {
    const ticket = ticketPath(await registerDelivery(ctx, number))
    return seeOther(may(ctx.actor, 'visit:propose') ? `${ticket}/visits` : ticket)
  })
}

/** Stands on the order's page: why no delivery could be registered. */
export default function Delivery() {
  const f = useFormOf<never>('delivery', { reply: useActionData<typeof action>() })
  if (!f.formError) return null
  return (
    <Section>
      <FormError>{f.formError}</FormError>
    </Section>
  )
}
