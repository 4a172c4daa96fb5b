import type { ActionFunctionArgs } from '@remix-run/node'
import { findCustomer, readId } from '#app/domain/customers/find-customer.server.ts'
import type { Action } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** The context of a colleague at a customer they may see; one they may not see is a missing one, whatever they send. */
export async function atCustomer({ request, params }: ActionFunctionArgs, action: Action) {
  const ctx = await staffContext(request, action)
  const customer = await findCustomer(ctx, readId(params.id))
  return { ctx, customer }
}
