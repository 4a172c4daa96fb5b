import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { contractNumber } from '#app/domain/orders/contract.ts'
import { countOrders } from '#app/domain/orders/count-orders.server.ts'
import { listOrderStores } from '#app/domain/orders/list-order-stores.server.ts'
import { listOrders } from '#app/domain/orders/list-orders.server.ts'
import { OrderFilters } from '#app/domain/orders/order-filters.ts'
import type { OrderQueue } from '#app/domain/orders/order-queues.ts'
import { storeName } from '#app/domain/stores/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import css from '#app/ui/console/orders.css?url'
import { ListPages } from '../lists/list-pages.tsx'
import { orderPath, ordersPath } from './order-look.ts'
import { OrderFilterBar, searchOf } from './queue-filters.tsx'
import { OrderTable } from './queue-table.tsx'
import { Queues, Standing } from './queue-tabs.tsx'
import { rowView } from './row-view.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'order:read')
  const asked = OrderFilters.parse(Object.fromEntries(new URL(request.url).searchParams))
  const queue = asked.q ? 'all' : (asked.queue ?? firstQueue(ctx.actor))
  const [{ rows, more }, counts, stores, settings] = await Promise.all([
    listOrders(ctx, { ...asked, queue }),
    countOrders(ctx),
    listOrderStores(ctx),
    currentSettings(ctx),
  ])
  if (asked.q && rows.length === 1 && rows[0]?.number === contractNumber(asked.q)) {
    throw seeOther(orderPath(rows[0].number))
  }
  const t = translate(ctx.locale)
  const heading = asked.q ? t('orders:list.found', { q: asked.q }) : t(`orders:queue.${queue}`)
  return {
    title: `${t('orders:title')}: ${heading} – ${t('brand')}`,
    heading,
    filters: { ...asked, queue, after: undefined },
    paged: asked.after !== undefined,
    counts,
    checkBy: settings.checkBy,
    stores: stores.map((store) => ({ id: store.id, name: storeName(ctx, store) })),
    rows: rows.map((row) => rowView(ctx, row, settings)),
    more,
    mayEnter: may(ctx.actor, 'order:enter'),
  }
}

/** Everybody begins with what waits for them. */
function firstQueue(actor: StaffActor): OrderQueue {
  if (may(actor, 'order:check')) return 'check'
  if (may(actor, 'order:enter')) return 'incomplete'
  return may(actor, 'order:receive') ? 'goods' : 'agree'
}

export default function Queue() {
  const data = useLoaderData<typeof loader>()
  const { filters, rows, counts } = data
  const { t } = useWords()
  const at = (after: string | null) => `${ordersPath}?${searchOf({ ...filters, after })}`
  return (
    <>
      <PageHead
        title={t('orders:title')}
        sub={<Standing counts={counts} at={data.checkBy} store={filters.store} />}
      >
        {data.mayEnter && (
          <>
            <BtnLink href={`${ordersPath}/import`}>{t('orders:do.import')}</BtnLink>
            <BtnLink variant="go" icon="plus" href={`${ordersPath}/new`}>
              {t('orders:do.enter')}
            </BtnLink>
          </>
        )}
      </PageHead>
      <Queues chosen={filters.queue} counts={counts} store={filters.store} found={!!filters.q} />
      <OrderFilterBar filters={filters} stores={data.stores} />
      <div className="paper">
        {rows.length === 0 ? (
          <EmptyState title={t('orders:list.emptyTitle')}>
            {t(`orders:list.empty.${filters.q ? 'found' : filters.queue}`)}
          </EmptyState>
        ) : (
          <Section title={data.heading} hiddenTitle>
            <div className="row-lines">
              <OrderTable rows={rows} checkBy={data.checkBy} stores={data.stores.length > 1} />
            </div>
          </Section>
        )}
        <ListPages first={data.paged ? at(null) : null} next={data.more ? at(data.more) : null} />
      </div>
    </>
  )
}
