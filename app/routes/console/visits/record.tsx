import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readVisitId } from '#app/domain/visits/index.server.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { recordPage } from '#app/routes/paper/record-page.server.ts'
import { RecordPage } from '#app/routes/paper/record-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'record:read')
  const id = readVisitId(params.id)
  const page = await recordPage(ctx, id, {
    path: `/console/visits/${id}/record`,
    file: (file) => `/attachments/${file}`,
  })
  const { actor } = ctx
  const back = may(actor, 'visit:read')
    ? ({ href: `/console/visits/${id}`, to: 'toVisit' } as const)
    : may(actor, 'ticket:read')
      ? ({ href: `/console/tickets/${page.record.number}`, to: 'toItsTicket' } as const)
      : ({ href: `/crew/visits/${id}`, to: 'toVisit' } as const)
  return { ...page, back }
}

/** VS-3, VS-9: what the customer signed, for colleagues, the store that sold the goods and the crew. */
export default function SignedRecord() {
  const { title: _, ...page } = useLoaderData<typeof loader>()
  return <RecordPage {...page} reader="staff" />
}
