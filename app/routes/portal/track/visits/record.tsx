import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordPage } from '#app/routes/paper/record-page.server.ts'
import { RecordPage } from '#app/routes/paper/record-page.tsx'
import { atOwnVisit } from './visit-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, token, id } = await atOwnVisit(args)
  const ticket = `/track/${token}`
  const page = await recordPage(ctx, id, {
    path: `${ticket}/visits/${id}/record`,
    file: (file) => `${ticket}/files/${file}`,
  })
  return { ...page, ticket }
}

/** VS-3: what the customer signed, for them to keep. */
export default function CustomersRecord() {
  const { ticket, title: _, ...page } = useLoaderData<typeof loader>()
  return <RecordPage {...page} reader="customer" back={{ href: ticket, to: 'toTicket' }} />
}
