import type { ActionFunctionArgs } from '@remix-run/node'
import { keptOf } from '#app/domain/customers/index.server.ts'
import { separateCustomer } from '#app/domain/customers/merge-customers.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { atCustomer } from './customer-context.server.ts'
import { customerPath } from './customer-paths.ts'

/** The merge of two entries is undone; whoever undid it stays where they were. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, customer } = await atCustomer(args, 'customer:merge')
  const shown = await keptOf(ctx, customer.id)
  await separateCustomer(ctx, customer.id)
  return seeOther(`${customerPath(shown)}?separated=${customer.id}`)
}
