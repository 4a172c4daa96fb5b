import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { customerContacts, customerNotes } from '#db/schema/customers.ts'
import { refreshCustomerWords } from '#app/domain/search/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { cleanText, email, line, optionalLine, submissionKey, text } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { phone } from '#app/platform/phone.server.ts'
import { findCustomer, refuseGone } from './find-customer.server.ts'
import { rowsOfPerson } from './person.server.ts'

export const contactKinds = ['phone', 'email', 'wechat'] as const
const choose = { message: 'validation:choose' }
const valueOf = { phone, email, wechat: line(80) }

export const AddContactForm = z
  .object({
    kind: z.enum(contactKinds, choose),
    value: z.string({ message: 'validation:required' }).transform(cleanText),
    label: optionalLine(80),
  })
  .transform((form, ctx) => {
    const read = valueOf[form.kind].safeParse(form.value)
    if (read.success) return { ...form, value: read.data }
    ctx.addIssue({
      code: 'custom',
      path: ['value'],
      message: read.error.issues[0]?.message ?? 'validation:required',
    })
    return z.NEVER
  })
export type AddContactForm = z.output<typeof AddContactForm>

/** CU-1: another way to reach somebody. The same one twice is one; its label is then the newer. */
export async function addContact(ctx: Ctx, id: number | null, form: AddContactForm): Promise<void> {
  authorize(ctx.actor, 'customer:write')
  const by = ctx.actor.id
  await inTransaction(ctx, async (tx) => {
    const customer = await findCustomer(tx, id, { lock: true })
    refuseGone(customer)
    await tx.db
      .insert(customerContacts)
      .values({ customerId: customer.id, ...form, by, at: tx.now() })
      .onConflictDoUpdate({
        target: [customerContacts.customerId, customerContacts.kind, customerContacts.value],
        set: { label: form.label },
      })
    await refreshCustomerWords(tx, customer.id)
  })
}

/** One that was wrong is gone; a second time is no mistake. */
export async function removeContact(
  ctx: Ctx,
  id: number | null,
  contactId: number | null,
): Promise<void> {
  authorize(ctx.actor, 'customer:write')
  await inTransaction(ctx, async (tx) => {
    const customer = await findCustomer(tx, id, { lock: true })
    refuseGone(customer)
    if (contactId === null) throw notFound()
    const person = await rowsOfPerson(tx, customer.id)
    await tx.db
      .delete(customerContacts)
      .where(and(eq(customerContacts.id, contactId), inArray(customerContacts.customerId, person)))
    await refreshCustomerWords(tx, customer.id)
  })
}

export const CustomerNoteForm = z.object({ body: text(2000), submissionKey })
export type CustomerNoteForm = z.output<typeof CustomerNoteForm>

/** What colleagues should know of somebody; never shown to them. The same form twice is one note. */
export async function writeCustomerNote(
  ctx: Ctx,
  id: number | null,
  { body, submissionKey }: CustomerNoteForm,
): Promise<void> {
  authorize(ctx.actor, 'customer:write')
  const authorId = ctx.actor.id
  await inTransaction(ctx, async (tx) => {
    const customer = await findCustomer(tx, id, { lock: true })
    refuseGone(customer)
    await tx.db
      .insert(customerNotes)
      .values({ customerId: customer.id, authorId, body, submissionKey, createdAt: tx.now() })
      .onConflictDoNothing({ target: customerNotes.submissionKey })
  })
}
