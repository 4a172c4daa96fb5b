import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { sendNow } from '#app/domain/tickets/send-now.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { FormError } from '#app/ui/console/fields.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath } from './use-ticket.ts'

const SendNowForm = z.object({ message: z.uuid() })

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'ticket:message')
  return null
}

/** A message that waits for the morning goes out now. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:message')
  return submitForm(await args.request.formData(), SendNowForm, async ({ message }) => {
    await sendNow(ctx, number, message)
    return seeOther(ticketPath(number))
  })
}

/** Why it was not done. */
export default function Refused() {
  const f = useFormOf<never>('send-now', { reply: useActionData<typeof action>() })
  return f.formError ? <FormError>{f.formError}</FormError> : null
}
