import { inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { customers } from '#db/schema/customers.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { dropUnusedFiles } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { cleanText, text } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { eraseWords } from './erase-words.server.ts'
import { customerSubject, findCustomer } from './find-customer.server.ts'
import { rowsOfPerson } from './person.server.ts'
import { refuseUnfinished } from './refuse-unfinished.server.ts'

export const EraseCustomerForm = z.object({
  /** The last four digits of the phone, typed by hand. */
  confirm: z.string({ message: 'validation:required' }).transform(cleanText),
  reason: text(300),
})
export type EraseCustomerForm = z.output<typeof EraseCustomerForm>

/**
 * Forgets a person on their request: who they are, what they wrote, their pictures. Tickets, visits, ratings and orders
 * stay as figures. It can't be undone; a second time is no mistake.
 * @throws DomainError conflict while we owe them something; invalid when it wasn't confirmed
 */
export async function eraseCustomer(
  ctx: Ctx,
  id: number | null,
  { confirm, reason }: EraseCustomerForm,
): Promise<void> {
  authorize(ctx.actor, 'customer:erase')
  const files = await inTransaction(ctx, async (tx) => {
    const customer = await findCustomer(tx, id, { lock: true })
    if (customer.erasedAt !== null) return []
    if (customer.mergedIntoId !== null) throw refused('customerMerged')
    if (customer.phone.slice(-4) !== confirm.replace(/\D/g, '')) throw invalid('eraseNotConfirmed')
    const person = await rowsOfPerson(tx, customer.id)
    await refuseUnfinished(tx, person)
    const gone = await eraseWords(tx, person)
    await tx.db
      .update(customers)
      .set({
        phone: sql`'erased:' || ${customers.id}`,
        name: '–',
        email: null,
        address: null,
        words: sql`''::tsvector`,
        erasedAt: tx.now(),
      })
      .where(inArray(customers.id, person))
    // What is only added to is emptied by the owner of the tables, for people who are erased and nobody else.
    await tx.db.execute(sql`select erase_history(${sql.param(`{${person.join(',')}}`)}::bigint[])`)
    await recordAudit(tx, 'customer_erased', customerSubject(customer.id), {
      reason,
      entries: person.length,
    })
    return gone
  })
  await dropUnusedFiles(ctx, files)
}
