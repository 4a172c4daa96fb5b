import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarFileOfTicket } from '#app/domain/calendars/index.server.ts'
import { calendarHeaders } from '#app/routes/calendar-address.server.ts'
import { customerContext } from '#app/routes/context.server.ts'

/** The visits still to come, for “add to my calendar”. */
export async function loader({ request, params: { token } }: LoaderFunctionArgs) {
  const { ctx } = await customerContext(request, token, 'track')
  const { name, text } = await calendarFileOfTicket(ctx)
  return new Response(text, {
    headers: { ...calendarHeaders, 'Content-Disposition': `attachment; filename="${name}"` },
  })
}
