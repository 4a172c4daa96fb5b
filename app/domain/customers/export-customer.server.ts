import { recordAudit } from '#app/domain/accounts/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dataOfPerson, filesOfPerson } from './data-of-person.server.ts'
import { customerSubject, findCustomer } from './find-customer.server.ts'
import { rowsOfPerson } from './person.server.ts'

export type ExportedCustomer = Awaited<ReturnType<typeof exportCustomer>>

/**
 * All that we have of a person, for them: what they told us, what was sold to them, done for them and written to them.
 * What colleagues noted for each other speaks of others too, and is not part of it. Who took it is on record.
 * @throws DomainError conflict when they were erased
 */
export async function exportCustomer(ctx: Ctx<StaffActor>, id: number | null) {
  authorize(ctx.actor, 'customer:export')
  return inTransaction(ctx, async (tx) => {
    const customer = await findCustomer(tx, id)
    if (customer.erasedAt !== null) throw refused('customerErased')
    const person = await rowsOfPerson(tx, customer.id)
    const kept = person[0] ?? customer.id
    await recordAudit(tx, 'customer_exported', customerSubject(kept))
    return { ...(await dataOfPerson(tx, person)), files: await filesOfPerson(tx, person) }
  })
}
