import type { LoaderFunctionArgs } from '@remix-run/node'
import { waysToMove } from '#app/domain/bookings/index.server.ts'
import { readVisitId, type Visit } from '#app/domain/visits/index.server.ts'
import { isDay } from '#app/platform/time.server.ts'
import { customerContext } from '#app/routes/context.server.ts'

type Args = Pick<LoaderFunctionArgs, 'request' | 'params'>

/** The customer's own visit that an address is about. */
export async function atOwnVisit({ request, params: { token = '', id } }: Args) {
  const { ctx } = await customerContext(request, token, 'track')
  return { ctx, token, id: readVisitId(id) }
}

/** What the pages on which a customer moves or cancels a visit show of it. */
export async function visitPage(args: Args) {
  const { ctx, token, id } = await atOwnVisit(args)
  const { searchParams } = new URL(args.request.url)
  const dayIn = (name: string) => {
    const day = searchParams.get(name)
    return day !== null && isDay(day) ? { [name]: day } : {}
  }
  const own = await waysToMove(ctx, id, { ...dayIn('from'), ...dayIn('day') })
  const window = ({ windowStart, windowEnd, skill }: Visit) => ({
    service: skill,
    start: windowStart.toISOString(),
    end: windowEnd.toISOString(),
  })
  const page = {
    token,
    id,
    number: own.ticket.number,
    mailed: own.ticket.mailed,
    visit: { ...window(own.visit), service: own.service },
    before: own.before && window(own.before),
    after: own.after.map(window),
    presentWindow: own.visit.windowId,
    changeable: own.changeable,
    until: own.until.toISOString(),
    moved: own.moved,
    calendar: own.calendar,
    linked: own.linked,
    standing: own.standing.map(window),
  }
  return { ctx, page, asked: searchParams }
}
export type VisitPage = Awaited<ReturnType<typeof visitPage>>['page']

export const visitPath = (token: string, id: number, child: 'window' | 'cancellation') =>
  `/track/${token}/visits/${id}/${child}`
