import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { areasOfWaiting, waitingVisits } from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Crumb, EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { withSearch } from '../lists/list-address.ts'
import { ListPages } from '../lists/list-pages.tsx'
import { withinDay } from '../civil-day.ts'
import { WaitingFilters, WaitingReasons } from './waiting-filters.tsx'
import { waitingPath } from './waiting-path.ts'
import { WaitingTable } from './waiting-table.tsx'
import { waitingAsked, waitingView } from './waiting-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:read')
  const { filter, search, after } = waitingAsked(new URL(request.url).searchParams)
  const [{ visits, counts, next }, areas] = await Promise.all([
    waitingVisits(ctx, filter, after),
    areasOfWaiting(ctx),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('visits:waiting.title')} – ${t('brand')}`,
    search,
    filtered: Object.values(search).some((value) => value !== null),
    areas: areas.map(({ id, zh, en }) => ({ id, name: ctx.locale === 'en' ? en : zh })),
    counts,
    days: waitingView(ctx, visits),
    next: next && withSearch(waitingPath, search, { after: next }),
    first: after && withSearch(waitingPath, search),
    mayReadPromises: may(ctx.actor, 'promise:read'),
  }
}

export type WaitingView = ReturnType<typeof useLoaderData<typeof loader>>
export type WaitingRow = WaitingView['days'][number]['visits'][number]

/** Every visit that waits for a dispatcher, day by day, each with its way to the board. */
export default function Waiting() {
  const data = useLoaderData<typeof loader>()
  const { t, format } = useWords()
  const { days, next, first, filtered } = data
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('visits:visit.crumb')}
            items={[{ href: '/console/dispatch', label: t('visits:dispatch.title') }]}
          />
        }
        title={t('visits:waiting.title')}
        sub={t('visits:waiting.sub')}
      />
      <WaitingReasons data={data} />
      <WaitingFilters data={data} />
      <div className="paper">
        {days.length === 0 && (
          <EmptyState title={t(filtered ? 'visits:waiting.found' : 'visits:waiting.empty')}>
            {t(filtered ? 'visits:waiting.foundHint' : 'visits:waiting.emptyHint')}
          </EmptyState>
        )}
        {days.map(({ day, visits }) => (
          <Section key={day} title={format.day(withinDay(day))} right={visits.length}>
            <WaitingTable
              label={format.day(withinDay(day))}
              rows={visits}
              promises={data.mayReadPromises}
            />
          </Section>
        ))}
        <ListPages first={first} next={next} more={t('visits:waiting.more')} />
      </div>
    </>
  )
}
