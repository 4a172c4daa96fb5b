import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useOutlet } from '@remix-run/react'
import { windowsForVisit } from '#app/domain/bookings/index.server.ts'
import { refusedEntries } from '#app/domain/journal/index.server.ts'
import { promisesOfVisit } from '#app/domain/promises/index.server.ts'
import { freeCrews, marksOf, readVisitId } from '#app/domain/visits/index.server.ts'
import { readVisit } from '#app/domain/work/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { followUpOfVisit } from '#app/domain/follow-ups/index.server.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { atHomeView } from './at-home-view.server.ts'
import { mayBookAgain } from './book-again.server.ts'
import { promiseView } from '../dispatch/promise-view.server.ts'
import { dayView } from './day-view.server.ts'
import { markView } from './marks-view.server.ts'
import { recordState } from './record-state.server.ts'
import { refusedView } from './refused-view.server.ts'
import { visitView } from './visit-view.server.ts'
import { VisitPage } from './visit-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What a colleague changed meanwhile is shown beside the refusal. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:read')
  const read = await readVisit(ctx, readVisitId(params.id))
  const { visit, ticket } = read
  const open = visit.status === 'proposed' || visit.status === 'confirmed'
  const dispatches = may(ctx.actor, 'visit:dispatch')
  const changes = may(ctx.actor, 'visit:change')
  const crewLost = new URL(request.url).searchParams.get('crew') === 'lost'
  const crews = open && dispatches ? await freeCrews(ctx, visit, ticket) : null
  const t = translate(ctx.locale)
  const title = t('visits:visit.pageTitle', { number: ticket.number, name: ticket.name })
  const [day, state, windows, marks, promised, refusals, followUp, again] = await Promise.all([
    dayView(ctx, visit),
    recordState(ctx, read),
    open && changes ? windowsForVisit(ctx, visit) : [],
    marksOf(ctx, [visit.id]),
    promisesOfVisit(ctx, visit.id),
    refusedEntries(ctx, visit.id),
    followUpOfVisit(ctx, visit.id),
    mayBookAgain(ctx, visit, ticket),
  ])
  return {
    title: `${title} – ${t('brand')}`,
    ...visitView(read, crews, ctx),
    ...atHomeView(read, ctx.actor),
    ...day,
    ...state,
    windows: windows.map(({ id, start, end, places }) => ({ id, start, end, places })),
    marks: (marks.get(visit.id) ?? []).map((mark) => markView(mark, ctx)),
    promises: promised.map((promise) => promiseView(promise, ctx.now())),
    refusedEntries: refusals.map((entry) => refusedView(t, entry)),
    followUp,
    mayBookAgain: again,
    mayReadPromises: may(ctx.actor, 'promise:read'),
    crewLost: crewLost && visit.status === 'proposed',
    mayDispatch: dispatches,
    mayMove: open && changes,
    mayMark: open && changes,
    mayCancel:
      changes &&
      visit.status !== 'working' &&
      visit.status !== 'finished' &&
      visit.status !== 'cancelled',
  }
}

/** The addresses below only take a form: they show the visit as well. */
export default function Visit() {
  return useOutlet() ?? <VisitPage />
}
