import { sql } from 'drizzle-orm'
import type { Tx } from '#app/platform/context.server.ts'
import { customerDocument } from './customer-document.server.ts'
import { grouped } from './grouped.ts'

interface CustomerRow {
  root: string
  name: string
  phone: string
  email: string | null
  address: string | null
  contacts: { kind: string; value: string; label: string }[] | null
}

/**
 * Writes anew what a customer is found by, in the transaction that changed them, their contacts or with whom they are
 * merged. Somebody merged is found by way of whom they are shown as; somebody erased by nothing.
 */
export async function refreshCustomerWords(tx: Tx, customerId: number): Promise<void> {
  const [customer] = (await tx.db.execute(
    sql`select merged_into_id from customers where id = ${customerId} for no key update`,
  )) as unknown as { merged_into_id: string | null }[]
  if (!customer) return
  if (customer.merged_into_id !== null) {
    await put(tx, [{ id: String(customerId), words: '' }])
    return refreshCustomerWords(tx, Number(customer.merged_into_id))
  }
  await writeCustomerWords(tx, [customerId])
}

/** The same for many that the caller has locked. */
export async function writeCustomerWords(tx: Tx, customerIds: readonly number[]): Promise<void> {
  if (customerIds.length === 0) return
  const rows = (await tx.db.execute(sql`with recursive same as (
      select id as root, id from customers where id = any(${`{${customerIds.join(',')}}`}::bigint[]) and merged_into_id is null
      union select same.root, merged.id from same
        join customers merged on merged.merged_into_id = same.id)
    select same.root, c.name, c.phone, c.email, c.address,
        (select json_agg(json_build_object('kind', k.kind, 'value', k.value, 'label', k.label))
          from customer_contacts k where k.customer_id = c.id) as contacts
      from same join customers c on c.id = same.id where c.erased_at is null
      order by same.root, c.id`)) as unknown as CustomerRow[]
  const people = grouped(rows, ({ root }) => root)
  await put(
    tx,
    customerIds.map((id) => ({ id: String(id), words: wordsOf(people.get(String(id)) ?? []) })),
  )
}

function wordsOf(rows: readonly CustomerRow[]): string {
  const contacts = rows.flatMap((row) => row.contacts ?? [])
  const reached = (kind: string) =>
    contacts.filter((contact) => contact.kind === kind).map(({ value }) => value)
  return customerDocument({
    names: rows.map(({ name }) => name),
    phones: [...rows.map(({ phone }) => phone), ...reached('phone')],
    emails: [...rows.flatMap(({ email }) => email ?? []), ...reached('email')],
    addresses: rows.flatMap(({ address }) => address ?? []),
    others: [...reached('wechat'), ...contacts.map(({ label }) => label)],
  })
}

const put = (tx: Tx, rows: readonly { id: string; words: string }[]) =>
  tx.db.execute(sql`update customers set words = fresh.words::tsvector
    from (values ${sql.join(
      rows.map(({ id, words }) => sql`(${id}::bigint, ${words}::text)`),
      sql`, `,
    )}) as fresh(id, words)
    where customers.id = fresh.id and customers.words <> fresh.words::tsvector`)
