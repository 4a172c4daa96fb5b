import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  callsDue,
  countWaiting,
  pausesOver,
  visitsToAssignSoon,
} from '#app/domain/tickets/count-waiting.server.ts'
import { countContactsDue } from '#app/domain/customers/count-contacts-due.server.ts'
import { countStranded } from '#app/domain/bookings/index.server.ts'
import { countLeavesToDecide } from '#app/domain/crews/leave-waiting.server.ts'
import { listTickets } from '#app/domain/tickets/list-tickets.server.ts'
import { faultsToAnswer } from '#app/domain/complaints/faults-to-answer.server.ts'
import { claimsWaiting } from '#app/domain/claims/list-claims.server.ts'
import { countSupplyTasks } from '#app/domain/returns/index.server.ts'
import { casesForMe, casesWaiting } from '#app/domain/returns/cases-for-me.server.ts'
import { countMarkedSoon } from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { StrandedStrip } from './bookings/stranded-strip.tsx'
import { forMeOfToday } from './for-me-view.server.ts'
import { rowViews } from './tickets/row-view.server.ts'
import { TodayLists } from './today-lists.tsx'
import { ordersOfToday } from './today-orders.server.ts'

const few = 6

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const { actor } = ctx
  const triages = may(actor, 'ticket:triage')
  const reads = may(actor, 'ticket:read')
  const tickets = async (filters: Parameters<typeof listTickets>[1]) =>
    rowViews(ctx, (await listTickets(ctx, filters, few)).rows)
  const [
    waiting,
    urgent,
    complaints,
    fresh,
    mine,
    pauses,
    visits,
    calls,
    stranded,
    orders,
    leave,
    marked,
    contacts,
    forMe,
    cases,
    toDecide,
    supply,
    claims,
    faults,
  ] = await Promise.all([
    countWaiting(ctx),
    reads ? tickets({ queue: 'open', severity: 1 }) : null,
    may(actor, 'complaint:handle') ? tickets({ queue: 'open', kind: 'complaint' }) : null,
    reads ? tickets({ queue: 'open', toAssess: true, sort: 'oldest' }) : null,
    triages ? tickets({ queue: 'mine' }) : null,
    triages ? pausesOver(ctx, few) : [],
    may(actor, 'visit:dispatch') ? visitsToAssignSoon(ctx, few) : null,
    may(actor, 'follow-up:call') ? callsDue(ctx, few) : null,
    may(actor, 'booking:read') ? countStranded(ctx) : 0,
    ordersOfToday(ctx, few),
    countLeavesToDecide(ctx),
    may(actor, 'visit:change') ? countMarkedSoon(ctx) : null,
    countContactsDue(ctx),
    forMeOfToday(ctx, few),
    casesWaiting(ctx),
    casesForMe(ctx, few),
    may(actor, 'return:supply') ? countSupplyTasks(ctx) : null,
    may(actor, 'claim:manage') ? claimsWaiting(ctx) : null,
    faultsToAnswer(ctx),
  ])
  const t = translate(ctx.locale)
  return {
    title: t('console:today.title'),
    brand: t('brand'),
    now: ctx.now().toISOString(),
    name: actor.name,
    mayRegister: may(actor, 'ticket:register'),
    waiting: { ...waiting, mine: triages ? (waiting.queues?.mine ?? null) : null },
    stranded,
    orders,
    leave,
    marked,
    contacts,
    forMe,
    cases,
    toDecide: toDecide.map(({ dueAt, ...one }) => ({ ...one, dueAt: dueAt.toISOString() })),
    supply: supply && supply.supply + supply.originals,
    claims: claims && claims.reduce((sum, one) => sum + one.claims, 0),
    faults,
    urgent,
    complaints,
    fresh,
    mine,
    pauses: pauses.map((pause) => ({ ...pause, pauseReason: pause.pauseReason ?? '' })),
    visits: visits?.map(({ windowStart, windowEnd, ...visit }) => ({
      ...visit,
      start: windowStart.toISOString(),
      end: windowEnd.toISOString(),
    })),
    calls: calls?.map(({ dueAt, ...call }) => ({ ...call, dueAt: dueAt.toISOString() })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} – ${data?.brand}` },
]

export type TodayView = ReturnType<typeof useLoaderData<typeof loader>>

/** What is due, late or waiting for whoever is signed in. */
export default function Today() {
  const today = useLoaderData<typeof loader>()
  const { t, format } = useWords()
  const nothing =
    [today.urgent, today.fresh, today.mine, today.visits, today.calls].every((list) => !list) &&
    today.cases === null &&
    today.supply === null &&
    today.claims === null &&
    today.faults === 0 &&
    today.orders.queues.length === 0
  return (
    <>
      <PageHead
        title={today.title}
        sub={t('console:today.sub', { day: format.day(today.now), name: today.name })}
      >
        {today.mayRegister && (
          <BtnLink variant="go" icon="call" keys="C" href="/console/tickets/new">
            {t('console:nav.newTicket')}
          </BtnLink>
        )}
      </PageHead>
      <StrandedStrip count={today.stranded} />
      {nothing ? (
        <EmptyState title={t('console:today.nothing')}>{t('console:today.nothingHint')}</EmptyState>
      ) : (
        <TodayLists today={today} />
      )}
    </>
  )
}
