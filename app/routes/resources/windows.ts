import type { LoaderFunctionArgs } from '@remix-run/node'
import { services } from '#db/vocabulary/bookings.ts'
import { listAreas } from '#app/domain/crews/index.server.ts'
import { listWindows } from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { isDay } from '#app/platform/time.server.ts'
import { publicContext } from '#app/routes/context.server.ts'

/**
 * The windows that may be booked, as JSON: `service`, `area` (its key or its name), and `from` and `to`, civil dates
 * of which both are included, all there is when they are left out.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const asked = new URL(request.url).searchParams
  const service = services.find((key) => key === asked.get('service'))
  if (!service) return nonsense('service')
  const areaId = await areaCalled(ctx, asked.get('area') ?? '')
  if (areaId === undefined) return nonsense('area')
  const from = asked.get('from') || undefined
  const to = asked.get('to') || undefined
  if (from !== undefined && !isDay(from)) return nonsense('from')
  if (to !== undefined && (!isDay(to) || (from !== undefined && to < from))) return nonsense('to')
  const windows = await listWindows(ctx, { service, areaId, from, to })
  return Response.json(
    windows.map(({ id, day, start, end, minutesLeft, places }) => ({
      ...{ id, day, start: start.toISOString(), end: end.toISOString() },
      ...{ minutesLeft, places },
    })),
    { headers: { 'Cache-Control': 'private, max-age=5' } },
  )
}

/** Names the parameter that makes no sense. */
const nonsense = (parameter: string) =>
  Response.json({ error: 'invalid', parameter }, { status: 422 })

async function areaCalled(ctx: Ctx, said: string): Promise<number | undefined> {
  const name = said.trim().toLowerCase()
  if (name === '') return undefined
  const area = (await listAreas(ctx)).find(
    ({ id, nameZh, nameEn }) =>
      String(id) === name || nameZh.toLowerCase() === name || nameEn.toLowerCase() === name,
  )
  return area?.id
}
