import { eq } from 'drizzle-orm'
import { customerNotes, customers } from '#db/schema/customers.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { holdSettings } from '#app/platform/settings.server.ts'
import { settleContactDue } from './contact-due.server.ts'
import type { CustomerNoteForm } from './contacts.server.ts'
import { findCustomer, refuseGone } from './find-customer.server.ts'

/**
 * CU-1: somebody was in touch with a customer of their own accord, and how it was; kept as a note. The next contact is
 * due from now on. The same form twice is one.
 * @throws DomainError conflict when they were merged or erased
 */
export async function recordContact(
  ctx: Ctx,
  id: number | null,
  { body, submissionKey }: CustomerNoteForm,
): Promise<void> {
  authorize(ctx.actor, 'customer:write')
  const authorId = ctx.actor.id
  await inTransaction(ctx, async (tx) => {
    await holdSettings(tx)
    const customer = await findCustomer(tx, id, { lock: true })
    refuseGone(customer)
    const written = await tx.db
      .insert(customerNotes)
      .values({ customerId: customer.id, authorId, body, submissionKey, createdAt: tx.now() })
      .onConflictDoNothing({ target: customerNotes.submissionKey })
      .returning({ id: customerNotes.id })
    if (written.length === 0) return
    await tx.db
      .update(customers)
      .set({ contactedAt: tx.now() })
      .where(eq(customers.id, customer.id))
    await settleContactDue(tx, customer.id)
  })
}
