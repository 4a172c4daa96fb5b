import type { ActionFunctionArgs } from '@remix-run/node'
import { removeContact } from '#app/domain/customers/contacts.server.ts'
import { readId } from '#app/domain/customers/find-customer.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { atCustomer } from './customer-context.server.ts'
import { customerPath } from './customer-paths.ts'

/** A contact that was wrong. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, customer } = await atCustomer(args, 'customer:write')
  await removeContact(ctx, customer.id, readId(args.params.contact))
  return seeOther(customerPath(customer.id))
}
