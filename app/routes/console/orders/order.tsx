import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, type ShouldRevalidateFunction, useLoaderData, useMatches } from '@remix-run/react'
import { readOrder } from '#app/domain/orders/read-order.server.ts'
import { deliveriesOfOrder } from '#app/domain/bookings/index.server.ts'
import { ticketsOfOrder } from '#app/domain/tickets/tickets-of-order.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Column, WithSide } from '#app/ui/console/layout.tsx'
import css from '#app/ui/console/orders.css?url'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { MatterHead, Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Missing } from './missing.tsx'
import { NextStep } from './next-step.tsx'
import { OrderHistory } from './order-history.tsx'
import { OrderLines } from './order-lines.tsx'
import { orderPath, ordersPath, standingLook } from './order-look.ts'
import { OrderFacts } from './order-facts.tsx'
import { PrintButton } from '../print-button.tsx'
import { type OrderView, orderView } from './order-view.server.ts'
import { PastTickets } from '../tickets/past-tickets.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What a colleague changed meanwhile is shown beside the refusal. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'order:read')
  const [whole, settings] = await Promise.all([
    readOrder(ctx, params.number!),
    currentSettings(ctx),
  ])
  const [tickets, deliveries] = await Promise.all([
    ticketsOfOrder(ctx, whole.order.id),
    deliveriesOfOrder(ctx, whole.order.id),
  ])
  const t = translate(ctx.locale)
  const { number } = whole.order
  const { nameZh, nameEn, hotline } = settings.company
  return {
    title: `${t('orders:order.pageTitle', { number })} – ${t('brand')}`,
    now: ctx.now().toISOString(),
    company: { name: ctx.locale === 'en' ? nameEn : nameZh, hotline },
    order: orderView(ctx, whole, settings, deliveries),
    tickets: tickets.map(({ createdAt, ...ticket }) => ({
      ...ticket,
      createdAt: createdAt.toISOString(),
    })),
  }
}

/** One order on one page: what to do next, what is missing, its goods, the contract, its history. */
export default function Order() {
  const { order, tickets, company, now } = useLoaderData<typeof loader>()
  const { t, format } = useWords()
  const panel = useMatches().some(({ handle }) => isPanel(handle))
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('orders:order.crumb')}
            items={[{ href: ordersPath, label: t('orders:title') }, { label: order.number }]}
          />
        }
      >
        <OrderActions order={order} />
      </PageHead>
      <WithSide
        sideLabel={t('orders:order.facts')}
        side={
          <>
            <OrderFacts order={order} />
            {tickets.length > 0 && (
              <Section title={t('orders:order.tickets')}>
                <PastTickets tickets={tickets} />
              </Section>
            )}
            <Section title={t('orders:order.history')}>
              <OrderHistory events={order.events} />
            </Section>
          </>
        }
      >
        <Column>
          <p className="print-only">
            {t('orders:order.printed', {
              company: company.name,
              hotline: company.hotline,
              at: `${format.date(now)} ${format.time(now)}`,
            })}
          </p>
          <MatterHead
            line={`${order.number} · ${order.store}`}
            title={order.name || t('orders:list.nameless')}
            status={
              <Status {...standingLook[order.standing]} filled>
                {t(`orders:status.${order.standing}`)}
              </Status>
            }
          />
          <Outlet context={order} />
          {!panel && (
            <>
              <Section label={t('orders:next.label')}>
                <NextStep order={order} />
              </Section>
              <Missing order={order} />
            </>
          )}
          <Section title={t('orders:order.lines')}>
            <OrderLines order={order} />
          </Section>
        </Column>
      </WithSide>
    </>
  )
}

/** A form that stands for the next step while it is open. */
const isPanel = (handle: unknown) =>
  typeof handle === 'object' && handle !== null && 'panel' in handle

function OrderActions({ order }: { order: OrderView }) {
  const { t } = useWords()
  const at = orderPath(order.number)
  return (
    <>
      <PrintButton />
      {order.may.cancel && (
        <BtnLink variant="quiet" href={`${at}/cancellation`}>
          {t('orders:do.cancel')}
        </BtnLink>
      )}
      {order.may.return && order.standing !== 'entered' && (
        <BtnLink variant="quiet" href={`${at}/return`}>
          {t('orders:do.return')}
        </BtnLink>
      )}
      {order.may.change && order.standing === 'entered' && (
        <BtnLink href={`${at}/change`}>{t('orders:do.change')}</BtnLink>
      )}
    </>
  )
}
