import type { ActionFunctionArgs } from '@remix-run/node'
import { separateCustomer } from '#app/domain/customers/merge-customers.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { atCustomer } from './customer-context.server.ts'
import { customerPath } from './customer-paths.ts'

/** The merge of two entries is undone. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, customer } = await atCustomer(args, 'customer:merge')
  await separateCustomer(ctx, customer.id)
  return seeOther(customerPath(customer.id))
}
