import type { ActionFunctionArgs } from '@remix-run/node'
import { findTicket } from '#app/domain/tickets/index.server.ts'
import type { Action } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** The context of a colleague at a ticket they may see; one they may not see is a missing one, whatever they send. */
export async function atTicket({ request, params }: ActionFunctionArgs, action: Action) {
  const ctx = await staffContext(request, action)
  const ticket = await findTicket(ctx, params.number ?? '')
  return { ctx, number: ticket.number, ticket }
}
