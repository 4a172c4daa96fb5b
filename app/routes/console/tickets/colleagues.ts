import type { LoaderFunctionArgs } from '@remix-run/node'
import { colleaguesOfTicket, findTicket } from '#app/domain/tickets/index.server.ts'
import { pinyinOf } from '#app/domain/search/index.server.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { staffContext } from '#app/routes/context.server.ts'

export interface Colleague {
  name: string
  role: string
  /** How the name may be typed in Latin letters. */
  spelt: string[]
}

/** Who has most to do with tickets comes first. */
const order: readonly Role[] = [
  'desk',
  'aftersales_manager',
  'dispatcher',
  'caller',
  'store_manager',
]
const rankOf = (of: readonly Role[]) =>
  Math.min(...of.map((role) => (order.includes(role) ? order.indexOf(role) : order.length)))

/** Whom a note on this ticket may bring in (IN-9). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:note')
  const people = await colleaguesOfTicket(ctx, await findTicket(ctx, params.number ?? ''))
  return Response.json(
    people
      .filter(({ id }) => id !== ctx.actor.id)
      .toSorted((a, b) => rankOf(a.roles) - rankOf(b.roles))
      .map(({ name, roles }) => ({
        name,
        role: roles.toSorted((a, b) => rankOf([a]) - rankOf([b]))[0]!,
        spelt: pinyinOf(name),
      })),
  )
}
