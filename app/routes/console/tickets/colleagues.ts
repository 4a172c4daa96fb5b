import type { LoaderFunctionArgs } from '@remix-run/node'
import { colleaguesOfTicket, findTicket } from '#app/domain/tickets/index.server.ts'
import { staffContext } from '#app/routes/context.server.ts'

export interface Colleague {
  name: string
  role: string
}

/** Whom a note on this ticket may bring in (IN-9). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:note')
  const people = await colleaguesOfTicket(ctx, await findTicket(ctx, params.number ?? ''))
  return Response.json(
    people
      .filter(({ id }) => id !== ctx.actor.id)
      .map(({ name, roles }) => ({ name, role: roles[0]! })),
  )
}
