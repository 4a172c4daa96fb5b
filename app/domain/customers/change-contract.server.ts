import { eq } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import type { ContractForm } from './contract-form.ts'
import { type Customer, customerSubject, findCustomer, refuseGone } from './find-customer.server.ts'

export const contractStamp = ({ contractUntil }: Pick<Customer, 'contractUntil'>) =>
  stampOf({ contractUntil })

/**
 * FU-5, ST-2: until when a customer has a service contract; by it managers call them each quarter. The same twice is once.
 * @throws DomainError conflict when a colleague changed it meanwhile, or they were merged or erased
 */
export async function changeContract(
  ctx: Ctx,
  id: number | null,
  { contractUntil, seen }: ContractForm,
): Promise<void> {
  authorize(ctx.actor, 'customer:write')
  await inTransaction(ctx, async (tx) => {
    const customer = await findCustomer(tx, id, { lock: true })
    refuseGone(customer)
    if (customer.contractUntil === contractUntil) return
    if (contractStamp(customer) !== seen) throw refused('customerChanged')
    await tx.db.update(customers).set({ contractUntil }).where(eq(customers.id, customer.id))
    await recordAudit(tx, 'customer_changed', customerSubject(customer.id), {
      contractUntil: [customer.contractUntil, contractUntil],
    })
  })
}
