import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { entryInShort } from '#app/domain/customers/entries-in-short.server.ts'
import { readId } from '#app/domain/customers/find-customer.server.ts'
import { listCustomers } from '#app/domain/customers/list-customers.server.ts'
import {
  entryWith,
  MergeForm,
  mergeCustomers,
} from '#app/domain/customers/merge-customers.server.ts'
import { cleanText } from '#app/platform/fields.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { atCustomer } from './customer-context.server.ts'
import { customerPath } from './customer-paths.ts'
import { MergeBoth } from './merge-both.tsx'
import { MergeSearch } from './merge-search.tsx'

/** So many are told apart at a glance; whoever finds more types more. */
const most = 8

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, customer } = await atCustomer(args, 'customer:merge')
  const { searchParams } = new URL(args.request.url)
  const phone = toE164(searchParams.get('phone') ?? '')
  const asked =
    readId(searchParams.get('with') ?? undefined) ??
    (phone === null ? null : await entryWith(ctx, phone))
  const entry = await entryInShort(ctx, customer.id)
  if (asked !== null) {
    const other = await entryInShort(ctx, asked)
    if (other.erasedAt === null && other.id !== entry.id) {
      return { both: [viewOf(entry), viewOf(other)] as const }
    }
  }
  const q = cleanText(searchParams.get('q') ?? '').slice(0, 100)
  const { rows } = q === '' ? { rows: [] } : await listCustomers(ctx, { q })
  return {
    q,
    found: rows
      .filter(({ id }) => id !== entry.id)
      .slice(0, most)
      .map(({ id, name, phone, address, orders, tickets }) => ({
        ...{ id, name, phone, address, orders, tickets },
      })),
  }
}

const viewOf = ({ createdAt, erasedAt, ...entry }: Awaited<ReturnType<typeof entryInShort>>) => ({
  ...entry,
  since: createdAt.toISOString(),
})
export type EntryView = ReturnType<typeof viewOf>

export async function action(args: ActionFunctionArgs) {
  const { ctx, customer } = await atCustomer(args, 'customer:merge')
  return submitForm(await args.request.formData(), MergeForm, async ({ other, keep }) => {
    const [gone, kept] = keep === 'this' ? [other, customer.id] : [customer.id, other]
    await mergeCustomers(ctx, gone, kept)
    return seeOther(customerPath(kept))
  })
}

/** Two entries turned out to be one person: first the other one is found, then both are seen side by side. */
export default function Merge() {
  const data = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return data.both ? (
    <MergeBoth entries={data.both} reply={reply} />
  ) : (
    <MergeSearch q={data.q} found={data.found} />
  )
}
