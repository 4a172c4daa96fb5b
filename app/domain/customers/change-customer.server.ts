import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { customers } from '#db/schema/customers.ts'
import { locales } from '#db/vocabulary/locales.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { refreshCustomerWords } from '#app/domain/search/index.server.ts'
import {
  type Ctx,
  databaseErrorCode,
  inTransaction,
  type Tx,
} from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { line, optionalEmail, optionalLine } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { phone } from '#app/platform/phone.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { type Customer, customerSubject, findCustomer, refuseGone } from './find-customer.server.ts'
import { rowsOfPerson } from './person.server.ts'

const uniqueViolation = '23505'

export const ChangeCustomerForm = z.object({
  name: line(80),
  phone,
  email: optionalEmail.transform((typed) => typed || null),
  address: optionalLine(300).transform((typed) => typed || null),
  locale: z.enum(locales, { message: 'validation:choose' }),
  seen: optionalLine(60),
})
export type ChangeCustomerForm = z.output<typeof ChangeCustomerForm>

const detailsOf = ({ name, phone, email, address, locale }: Omit<ChangeCustomerForm, 'seen'>) => ({
  ...{ name, phone, email, address, locale },
})
export const customerStamp = (customer: Customer) => stampOf(detailsOf(customer))

/**
 * Changes who somebody is and how they are reached. Orders and tickets keep what was said when they were made. The
 * audit log tells which of it changed and not the values: those must be able to be erased.
 * @throws DomainError conflict when a colleague changed it meanwhile, or the phone is somebody else's
 */
export async function changeCustomer(
  ctx: Ctx,
  id: number | null,
  { seen, ...form }: ChangeCustomerForm,
): Promise<void> {
  authorize(ctx.actor, 'customer:write')
  try {
    await inTransaction(ctx, async (tx) => {
      const customer = await findCustomer(tx, id, { lock: true })
      refuseGone(customer)
      const [before, after] = [detailsOf(customer), detailsOf(form)]
      if (stampOf(before) === stampOf(after)) return
      if (stampOf(before) !== seen) throw refused('customerChanged')
      if (before.phone !== after.phone) await refuseTaken(tx, customer.id, after.phone)
      await tx.db.update(customers).set(after).where(eq(customers.id, customer.id))
      await refreshCustomerWords(tx, customer.id)
      const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
        (field) => before[field] !== after[field],
      )
      await recordAudit(tx, 'customer_changed', customerSubject(customer.id), {
        details: [null, changed.join(', ')],
      })
    })
  } catch (error) {
    // Somebody took the number between the look and the change.
    if (databaseErrorCode(error) === uniqueViolation) throw taken(form.phone)
    throw error
  }
}

/** A phone is one customer's: whoever has two entries of theirs is merged, not renamed. */
async function refuseTaken(tx: Tx, customerId: number, phone: string): Promise<void> {
  const [holder] = await tx.db
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.phone, phone))
  if (!holder) return
  const person = await rowsOfPerson(tx, customerId)
  throw person.includes(holder.id) ? refused('customerPhoneOfEntry') : taken(phone)
}

const taken = (phone: string) => refused('customerPhoneTaken', { phone })
