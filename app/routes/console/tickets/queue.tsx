import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { listTickets } from '#app/domain/tickets/list-tickets.server.ts'
import { readTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { typedNumber } from '#app/domain/tickets/search-tickets.server.ts'
import { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { queryOf } from '#app/domain/tickets/ticket-query.ts'
import { listViews } from '#app/domain/tickets/list-views.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { SplitView } from '#app/ui/console/layout.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { filterLists } from './filter-lists.server.ts'
import { QueueFilters } from './queue-filters.tsx'
import { QueueLive } from './queue-live.tsx'
import { QueuePage } from './queue-page.tsx'
import { QueuePreview } from './queue-preview.tsx'
import { rowViews } from './row-view.server.ts'
import { QueueSub } from './queue-sub.tsx'
import { useQueueKeys } from './use-queue-keys.ts'
import { useSelection } from './use-selection.ts'
import { ViewTabs } from './view-tabs.tsx'
import { previewOf } from './ticket-view.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:read')
  const url = new URL(request.url)
  const empty = [...url.searchParams].filter(([, value]) => value === '').map(([name]) => name)
  if (empty.length > 0) {
    for (const name of empty) url.searchParams.delete(name)
    throw seeOther(url.pathname + url.search)
  }
  const asked = TicketFilters.parse(Object.fromEntries(url.searchParams))
  // Whoever looks for something looks everywhere.
  const filters = { ...asked, queue: asked.q ? ('all' as const) : (asked.queue ?? 'open') }
  const [{ rows, more, back }, lists, views] = await Promise.all([
    listTickets(ctx, filters),
    filterLists(ctx),
    listViews(ctx),
  ])
  const number = asked.q ? typedNumber(asked.q) : null
  if (number && rows.length === 1 && rows[0]?.number === number) {
    throw seeOther(`/console/tickets/${number}`)
  }
  const open = url.searchParams.get('open')
  const t = translate(ctx.locale)
  return {
    brand: t('brand'),
    title: asked.q ? t('tickets:queue.found', { q: asked.q }) : t(`tickets:queue.${filters.queue}`),
    filters: { ...filters, before: undefined, after: undefined },
    query: queryOf(asked),
    now: ctx.now().toISOString(),
    lists,
    views: views.map(({ id, name, query, own, by }) => ({ id, name, query, by: own ? null : by })),
    rows: await rowViews(ctx, rows),
    more,
    back,
    preview: open ? previewOf(ctx, await readTicket(ctx, open)) : null,
    mayRegister: may(ctx.actor, 'ticket:register'),
    bulk: may(ctx.actor, 'ticket:note')
      ? {
          owners: lists.owner,
          tags: lists.tag,
          me: ctx.actor.id,
          tomorrow: addDays(dayOf(ctx.now()), 1),
          mayAssign: may(ctx.actor, 'ticket:triage'),
        }
      : null,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} – ${data?.brand}` },
]

/** The queue on the left, the chosen ticket on the right. */
export default function Queue() {
  const data = useLoaderData<typeof loader>()
  const { t } = useWords()
  const [params] = useSearchParams()
  const hrefOf = (number: string) => {
    const next = new URLSearchParams(params)
    next.set('open', number)
    return `/console/tickets?${next}`
  }
  // The row that was asked for is marked at once, before its ticket is there.
  const { location: going } = useNavigation()
  const asked = going?.pathname === '/console/tickets' && new URLSearchParams(going.search)
  const current = (asked && asked.get('open')) || data.preview?.number
  const selection = useSelection(data.rows.map((row) => row.number))
  useQueueKeys({
    rows: data.rows,
    current,
    hrefOf,
    mark: data.bulk ? selection.toggle : undefined,
  })
  return (
    <>
      <PageHead title={data.title} sub={<QueueSub {...data} />}>
        <BtnLink
          variant="quiet"
          href={`/console/tickets/views?query=${encodeURIComponent(data.query)}`}
        >
          {t('queues:views.save')}
        </BtnLink>
        {data.mayRegister && (
          <BtnLink variant="go" icon="call" keys="C" href="/console/tickets/new">
            {t('console:nav.newTicket')}
          </BtnLink>
        )}
      </PageHead>
      <ViewTabs views={data.views} query={data.query} />
      <QueueFilters filters={data.filters} lists={data.lists} />
      <QueueLive rows={data.rows} loadedAt={data.now} />
      <SplitView
        listLabel={t('tickets:queue.list')}
        open={data.preview !== null}
        matterLabelledBy={data.preview ? 'matter' : undefined}
        list={<QueuePage {...data} current={current} hrefOf={hrefOf} selection={selection} />}
      >
        {data.preview ? (
          <QueuePreview ticket={data.preview} />
        ) : (
          <EmptyState title={t('tickets:queue.choose')}>
            <span className="no-phone">{t('tickets:queue.chooseKeys')}</span>
          </EmptyState>
        )}
      </SplitView>
    </>
  )
}
