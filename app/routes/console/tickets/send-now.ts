import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { sendNow } from '#app/domain/tickets/send-now.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath } from './use-ticket.ts'

const SendNowForm = z.object({ message: z.uuid() })

export async function loader({ request, params }: ActionFunctionArgs) {
  await staffContext(request, 'ticket:message')
  return seeOther(ticketPath(params.number))
}

/** A message that waits for the morning goes out now. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:message')
  return submitForm(await args.request.formData(), SendNowForm, async ({ message }) => {
    await sendNow(ctx, number, message)
    return seeOther(ticketPath(number))
  })
}
