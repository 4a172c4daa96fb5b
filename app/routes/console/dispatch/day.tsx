import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { countStranded } from '#app/domain/bookings/index.server.ts'
import { planOfDay } from '#app/domain/planning/index.server.ts'
import { dayOfDispatch } from '#app/domain/visits/index.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { may } from '#app/platform/permissions.ts'
import { addDays, companyZone, dayOf, instantAt, isDay } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { unreached } from '#app/unreached.ts'
import board from '#app/ui/console/board.css?url'
import mapStyles from '#app/ui/console/map.css?url'
import { StrandedStrip } from '../bookings/stranded-strip.tsx'
import { BoardPage } from './board-page.tsx'
import { boardView } from './board-view.server.ts'
import { allowTiles, mapView } from './map-view.server.ts'
import { paceOf } from './pace.server.ts'
import { PlanStrip } from './plan-strip.tsx'
import { proposedOn } from './proposed-on.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: board },
  { rel: 'stylesheet', href: mapStyles },
]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What is filtered or opened beside the board changes nothing of the day. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  actionStatus,
  defaultShouldRevalidate,
}) => {
  if (actionStatus === unreached) return false
  if (formMethod !== undefined && formMethod !== 'GET') return true
  const dayIn = (url: URL) => url.searchParams.get('day')
  const moved = currentUrl.href !== nextUrl.href
  return moved ? dayIn(currentUrl) !== dayIn(nextUrl) : defaultShouldRevalidate
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:read')
  const today = dayOf(ctx.now())
  const asked = new URL(request.url).searchParams.get('day') ?? ''
  const day = isDay(asked) && asked > '2000-01-01' && asked < '2100-01-01' ? asked : today
  const [told, stranded, plan] = await Promise.all([
    dayOfDispatch(ctx, day),
    may(ctx.actor, 'booking:read') ? countStranded(ctx) : 0,
    planOfDay(ctx, day),
  ])
  allowTiles(told, { request, context })
  const t = translate(ctx.locale)
  const noon = instantAt(day, '12:00')
  const title = t('visits:dispatch.pageTitle', {
    day: formatter(ctx.locale, companyZone(), ctx.now()).day(noon),
  })
  return {
    ...boardView(told, ctx),
    title: `${title} – ${t('brand')}`,
    day,
    noon: noon.toISOString(),
    now: day === today ? ctx.now().toISOString() : null,
    isToday: day === today,
    isOver: day < today,
    previous: addDays(day, -1),
    next: addDays(day, 1),
    pace: paceOf(told),
    map: mapView(told, ctx),
    mayDispatch: may(ctx.actor, 'visit:dispatch'),
    stranded,
    plan,
  }
}

export default function DispatchDay() {
  const data = useLoaderData<typeof loader>()
  const { plan, day, isToday, isOver, now, stranded } = data
  const mayDispatch = data.mayDispatch && !isOver
  const proposed = useMemo(() => proposedOn(plan), [plan])
  const counts = {
    unassigned: data.unassigned.filter(({ windowEnd }) => now === null || windowEnd > now).length,
    placed: data.crews.reduce((sum, { visits }) => sum + visits.length, 0),
  }
  return (
    <BoardPage
      data={data}
      proposed={proposed}
      strips={
        <>
          <StrandedStrip count={stranded} />
          <PlanStrip {...{ plan, day, isToday, counts, mayDispatch }} />
        </>
      }
    />
  )
}
