import type { ActionFunctionArgs } from '@remix-run/node'
import { lookAt, LookForm } from '#app/domain/desk/index.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { atTicket } from './ticket-context.server.ts'

/** How far whoever has the ticket open has read it; Today's own button comes back to Today. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:read')
  const form = await args.request.formData()
  const look = LookForm.safeParse(Object.fromEntries(form))
  if (!look.success) return new Response(null, { status: 422 })
  await lookAt(ctx, number, look.data)
  return form.has('today') ? seeOther('/console') : new Response(null, { status: 204 })
}
