import { inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { customers } from '#db/schema/customers.ts'
import { erasedWords } from '#db/vocabulary/customers.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { dropUnusedFiles } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { cleanText, text } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { eraseWords } from './erase-words.server.ts'
import { type Customer, customerSubject, findCustomer } from './find-customer.server.ts'
import { rowsOfPerson } from './person.server.ts'
import { refuseUnfinished } from './refuse-unfinished.server.ts'

export const EraseCustomerForm = z.object({
  /** The phone, or its last four digits, typed by hand. */
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
    const person = await rowsOfPerson(tx, customer.id)
    await refuseUnfinished(tx, person)
    if (!isPhoneOf(customer, confirm)) throw invalid('eraseNotConfirmed')
    await refuseTelling(tx, person, reason)
    const gone = await eraseWords(tx, person)
    await tx.db
      .update(customers)
      .set({
        phone: sql`'erased:' || ${customers.id}`,
        name: erasedWords,
        email: null,
        address: null,
        grade: null,
        contactedAt: null,
        contactDue: null,
        contractUntil: null,
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

function isPhoneOf({ phone }: Pick<Customer, 'phone'>, typed: string): boolean {
  const digits = typed.replace(/\D/g, '')
  return digits.length >= 4 && phone.endsWith(digits)
}

/** The reason stays when the person is forgotten: it doesn't say who they were. */
async function refuseTelling(tx: Tx, person: number[], reason: string): Promise<void> {
  const rows = await tx.db
    .select({ name: customers.name, phone: customers.phone, email: customers.email })
    .from(customers)
    .where(inArray(customers.id, person))
  const said = reason.toLowerCase()
  const digits = reason.replace(/\D/g, '')
  const tells = rows.some(
    ({ name, phone, email }) =>
      saysName(said, name.toLowerCase()) ||
      digits.includes(phone.slice(-8)) ||
      (email !== null && said.includes(email.toLowerCase())),
  )
  if (tells) throw invalid('eraseReasonTells')
}

/** A Latin name counts as whole words: `An` isn't in “wanted”. */
function saysName(said: string, name: string): boolean {
  const latin = (words: string) => ` ${words.replace(/[^\p{Script=Latin}]+/gu, ' ').trim()} `
  return /\p{Script=Han}/u.test(name)
    ? said.includes(name)
    : latin(name).trim() !== '' && latin(said).includes(latin(name))
}
