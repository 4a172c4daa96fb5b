import { and, desc, eq, inArray, isNull, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { customerContacts, customers } from '#db/schema/customers.ts'
import { asked } from '#app/domain/search/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Customer } from './find-customer.server.ts'
import { visibleCustomers } from './visible-customers.server.ts'

export const likenesses = ['email', 'contact', 'nameAndAddress'] as const
export type Likeness = (typeof likenesses)[number]

interface Contact {
  kind: string
  value: string
}

/**
 * Who may be the same person: the same email, a contact that is the other's phone, or the same name at the same
 * address. Each is looked up in its own index.
 */
export async function alikeTo(
  ctx: Ctx,
  person: readonly Customer[],
  contacts: readonly Contact[],
): Promise<{ id: number; name: string; phone: string; address: string | null; by: Likeness[] }[]> {
  const own = person.map(({ id }) => id)
  const emails = [
    ...person.flatMap(({ email }) => email ?? []),
    ...contacts.filter(({ kind }) => kind === 'email').map(({ value }) => value),
  ]
  const phones = person.map(({ phone }) => phone)
  const otherPhones = contacts.filter(({ kind }) => kind === 'phone').map(({ value }) => value)
  const holders = (kind: 'phone' | 'email', values: string[]) =>
    inArray(
      customers.id,
      ctx.db
        .select({ id: customerContacts.customerId })
        .from(customerContacts)
        .where(and(eq(customerContacts.kind, kind), inArray(customerContacts.value, values))),
    )
  const ways: [Likeness, SQL | undefined][] = [
    ['email', emails.length > 0 ? inArray(customers.email, emails) : undefined],
    ['contact', otherPhones.length > 0 ? inArray(customers.phone, otherPhones) : undefined],
    ['contact', holders('phone', [...phones, ...otherPhones])],
    ['contact', emails.length > 0 ? holders('email', emails) : undefined],
    ['nameAndAddress', or(...person.map(sameHome))],
  ]
  const found = await Promise.all(
    ways.map(async ([by, condition]) => {
      if (!condition) return []
      const rows = await ctx.db
        .select({
          id: customers.id,
          name: customers.name,
          phone: customers.phone,
          address: customers.address,
        })
        .from(customers)
        .where(
          and(
            condition,
            notInArray(customers.id, own),
            isNull(customers.mergedIntoId),
            isNull(customers.erasedAt),
            visibleCustomers(ctx.actor),
          ),
        )
        .orderBy(desc(customers.id))
        .limit(5)
      return rows.map((row) => ({ ...row, by }))
    }),
  )
  const byId = new Map<number, Awaited<ReturnType<typeof alikeTo>>[number]>()
  for (const { by, ...row } of found.flat()) {
    const before = byId.get(row.id)?.by ?? []
    byId.set(row.id, { ...row, by: [...new Set([...before, by])] })
  }
  return [...byId.values()].slice(0, 5)
}

/** The words lead to the few of that name; then it is compared as it is written. */
function sameHome({ name, address }: Customer): SQL | undefined {
  const { query } = asked(name)
  if (!address || query === null) return undefined
  return sql`(${customers.words} @@ ${query}::tsquery and ${customers.name} = ${name}
    and ${customers.address} = ${address})`
}
