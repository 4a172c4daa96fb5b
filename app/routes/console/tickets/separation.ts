import type { ActionFunctionArgs } from '@remix-run/node'
import { separateTicket } from '#app/domain/tickets/separate-ticket.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath } from './use-ticket.ts'

/** IN-6: the merge is undone. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:merge')
  await separateTicket(ctx, number)
  return seeOther(ticketPath(number))
}
