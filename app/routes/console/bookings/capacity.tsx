import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import {
  areasOverview,
  capacityTable,
  countStranded,
  tableDays,
  waitingTickets,
  windowDetail,
} from '#app/domain/bookings/index.server.ts'
import { listAreas } from '#app/domain/crews/index.server.ts'
import { listHolidays } from '#app/domain/crews/change-holidays.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { addDays, dayOf, isDay } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import css from '#app/ui/console/capacity.css?url'
import roster from '#app/ui/console/roster.css?url'
import { CapacityPage } from './capacity-page.tsx'
import { takeClosing } from './closing.server.ts'
import { heatView } from './heat-view.server.ts'
import { rosterSide } from './roster-side.server.ts'
import { windowView } from './window-view.server.ts'

export const links: LinksFunction = () => [css, roster].map((href) => ({ rel: 'stylesheet', href }))
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What a colleague closed meanwhile is shown beside the refusal. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'booking:read')
  const asked = new URL(request.url).searchParams
  const areas = await listAreas(ctx)
  const area = areas.find(({ id }) => id === Number(asked.get('area'))) ?? null
  const today = dayOf(ctx.now())
  const day = asked.get('from') ?? ''
  const from = isDay(day) && day > '2000-01-01' && day < '2100-01-01' ? day : today
  const seesRoster = may(ctx.actor, 'roster:read')
  const [rows, overview, stranded, chosen, side, holidays] = await Promise.all([
    area ? capacityTable(ctx, { areaId: area.id, from }) : [],
    area ? [] : areasOverview(ctx, { from }),
    countStranded(ctx),
    area ? chosenWindow(ctx, asked.get('window')) : null,
    area && seesRoster ? rosterSide(ctx, { areaId: area.id, from }) : null,
    listHolidays(ctx),
  ])
  const overbooks = may(ctx.actor, 'booking:overbook') && may(ctx.actor, 'visit:propose')
  const waiting = chosen?.left === 0 && overbooks ? await waitingTickets(ctx, chosen) : []
  const t = translate(ctx.locale)
  const name = area && (ctx.locale === 'en' ? area.nameEn : area.nameZh)
  const title = name ? t('bookings:pageTitle', { area: name }) : t('bookings:title')
  return {
    title: `${title} – ${t('brand')}`,
    areas,
    area,
    from,
    today,
    days: tableDays,
    previous: addDays(from, -tableDays),
    next: addDays(from, tableDays),
    overview,
    heat: heatView(rows, {
      from,
      now: ctx.now(),
      holidays: holidays.map((holiday) => holiday.day),
    }),
    window: chosen && windowView(chosen, ctx.now()),
    waiting: waiting.map(({ createdAt, ...ticket }) => ({
      ...ticket,
      createdAt: createdAt.toISOString(),
    })),
    stranded,
    roster: side,
    act: asked.get('do'),
    done: doneIn(asked),
    may: {
      manage: may(ctx.actor, 'booking:manage'),
      roster: seesRoster,
      overbook: overbooks,
      askLeave: may(ctx.actor, 'roster:manage'),
    },
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'booking:manage')
  return takeClosing(ctx, request)
}

export default function Bookings() {
  return <CapacityPage data={useLoaderData<typeof loader>()} reply={useActionData<FormReply>()} />
}

export type CapacityData = ReturnType<typeof useLoaderData<typeof loader>>

/** A window that is no longer there is none chosen. */
async function chosenWindow(ctx: Ctx, asked: string | null) {
  if (!/^[1-9]\d{0,14}$/.test(asked ?? '')) return null
  try {
    return await windowDetail(ctx, Number(asked))
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not_found') return null
    throw error
  }
}

/** What was just closed or opened, as the answer's address says it. */
function doneIn(asked: URLSearchParams) {
  const done = (['closed', 'opened', 'undone'] as const).find((one) => one === asked.get('done'))
  if (!done) return null
  const day = asked.get('day') ?? ''
  return {
    done,
    day: isDay(day) ? day : null,
    count: Number(asked.get('count')) || 0,
    at: Number(asked.get('at')) || null,
  }
}
