import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { NextPanel } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { useLackingWords } from './missing-words.ts'
import { orderPath, ordersPath } from './order-look.ts'
import type { OrderView } from './order-view.server.ts'
import { PromiseClock } from './promise.tsx'

/** What to do next; it depends on where the order stands. */
export function NextStep({ order }: { order: OrderView }) {
  const { t } = useWords()
  const { what, why, actions } = useNextStep(order)
  return (
    <NextPanel why={why} actions={actions}>
      <b>{t('orders:next.label')}</b> {what}
    </NextPanel>
  )
}

interface Step {
  what: string
  why?: ReactNode
  actions?: ReactNode
}

function useNextStep(order: OrderView): Step {
  const { t, format } = useWords()
  const say = useLackingWords()
  const { may, missing, promise } = order
  const at = orderPath(order.number)
  switch (order.standing) {
    case 'incomplete':
      return {
        what: t('orders:next.incomplete'),
        why: missing.length > 0 && say(missing),
        actions: may.change && (
          <BtnLink variant="go" href={`${at}/change`}>
            {t('orders:do.complete')}
          </BtnLink>
        ),
      }
    case 'entered':
      if (!may.check) return { what: t('orders:next.enteredStore') }
      return {
        what: t('orders:next.entered'),
        why: <Entered order={order} />,
        actions: (
          <>
            <BtnLink href={`${at}/return`}>{t('orders:do.return')}</BtnLink>
            <Form method="post" action={`${at}/check`}>
              <input type="hidden" name="version" value={order.version} />
              <Btn variant="go" icon="check">
                {t('orders:do.check')}
              </Btn>
            </Form>
          </>
        ),
      }
    case 'checked':
      return {
        what: t('orders:next.goods', {
          arrived: order.lines.filter(({ arrivedAt }) => arrivedAt !== null).length,
          count: order.lines.length,
        }),
        why: t('orders:next.goodsWhy'),
        actions: may.return && (
          <Form method="post" action={`${ordersPath}/next-check`}>
            <Btn>{t('orders:do.nextCheck')}</Btn>
          </Form>
        ),
      }
    case 'ready':
      if (!order.deals) return { what: t('orders:next.readyKeeper') }
      return {
        what: t(promise && promise.left < 0 ? 'orders:next.agreeOver' : 'orders:next.agree', {
          at: promise ? format.moment(promise.agreeBy) : '',
        }),
        why: (
          <>
            {promise && <PromiseClock promise={promise} />}{' '}
            {order.customerTold && t(`orders:next.told.${order.customerTold}`)}
          </>
        ),
        actions: <Agree order={order} />,
      }
    case 'agreed':
      return { what: t('orders:next.agreed'), why: <AgreedFor order={order} /> }
    case 'delivered':
      return {
        what: t('orders:next.delivered'),
        why:
          order.deliveredOn &&
          t('orders:next.deliveredOn', { day: format.date(withinDay(order.deliveredOn)) }),
      }
    case 'cancelled':
      return { what: t('orders:next.cancelled') }
  }
}

/** Who books themselves needs nobody; for whoever doesn't, a colleague does. */
function Agree({ order: { number, phone, callable, may } }: { order: OrderView }) {
  const { t, format } = useWords()
  return (
    <>
      {callable && (
        <BtnLink icon="call" href={`tel:${phone}`}>
          {format.phone(phone)}
        </BtnLink>
      )}
      {may.book && (
        <Form method="post" action={`${orderPath(number)}/delivery`}>
          <Btn variant="go" icon="cal">
            {t(may.bookAtOnce ? 'orders:do.book' : 'orders:do.askToBook')}
          </Btn>
        </Form>
      )}
    </>
  )
}

function AgreedFor({ order: { agreedFor } }: { order: OrderView }) {
  const { format } = useWords()
  return agreedFor.map(({ ticket, start, end }) => (
    <div key={start}>
      {format.day(start)} {format.span(start, end)}
      {ticket && (
        <>
          {' · '}
          <TextLink href={`/console/tickets/${ticket}`}>{ticket}</TextLink>
        </>
      )}
    </div>
  ))
}

function Entered({ order }: { order: OrderView }) {
  const { t, format } = useWords()
  const told = {
    name: order.enteredBy ?? t('orders:next.someone'),
    at: order.enteredAt ? format.moment(order.enteredAt) : '',
    time: order.checkBy,
  }
  return t(order.late ? 'orders:next.enteredLate' : 'orders:next.enteredWhy', told)
}
