import type { LoaderFunctionArgs } from '@remix-run/node'
import { openFeed } from '#app/domain/calendars/index.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { calendarHeaders } from '#app/routes/calendar-address.server.ts'
import { publicContext } from '#app/routes/context.server.ts'

/** What calendars subscribe to: no cookie, the address is the key (BK-4). */
export async function loader({ request, params: { file = '' } }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const token = /^(.+)\.ics$/.exec(file)?.[1]
  if (token === undefined) throw notFound()
  return new Response(await openFeed(ctx, token), { headers: calendarHeaders })
}
