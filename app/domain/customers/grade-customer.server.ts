import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { customers } from '#db/schema/customers.ts'
import { customerGrades } from '#db/vocabulary/customers.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { optionalLine } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { holdSettings } from '#app/platform/settings.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { settleContactDue } from './contact-due.server.ts'
import { type Customer, customerSubject, findCustomer, refuseGone } from './find-customer.server.ts'

export const GradeCustomerForm = z.object({
  /** None, and no regular contact is due. */
  grade: z
    .enum(['', ...customerGrades], { message: 'validation:choose' })
    .transform((grade) => (grade === '' ? null : grade)),
  seen: optionalLine(60),
})
export type GradeCustomerForm = z.output<typeof GradeCustomerForm>

export const gradeStamp = ({ grade }: Pick<Customer, 'grade'>) => stampOf({ grade })

/**
 * CU-1: how much a customer means to us, and by it when they next hear from us. The same twice is once.
 * @throws DomainError conflict when a colleague graded them otherwise meanwhile, or they were merged or erased
 */
export async function gradeCustomer(
  ctx: Ctx,
  id: number | null,
  { grade, seen }: GradeCustomerForm,
): Promise<void> {
  authorize(ctx.actor, 'customer:write')
  await inTransaction(ctx, async (tx) => {
    await holdSettings(tx)
    const customer = await findCustomer(tx, id, { lock: true })
    refuseGone(customer)
    if (customer.grade === grade) return
    if (gradeStamp(customer) !== seen) throw refused('customerChanged')
    await tx.db
      .update(customers)
      // Without a grade nothing is due.
      .set({ grade, contactDue: null })
      .where(eq(customers.id, customer.id))
    await settleContactDue(tx, customer.id)
    await recordAudit(tx, 'customer_graded', customerSubject(customer.id), {
      grade: [customer.grade, grade],
    })
  })
}
