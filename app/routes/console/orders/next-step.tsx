import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { NextPanel } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { useMissingWords } from './missing-words.ts'
import { orderPath } from './order-look.ts'
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
  const say = useMissingWords()
  const { may, missing, promise } = order
  const at = orderPath(order.number)
  switch (order.standing) {
    case 'incomplete':
      return {
        what: t('orders:next.incomplete'),
        why:
          missing.length > 0 &&
          t('orders:next.incompleteWhy', { fields: say(missing.map(({ field }) => field)) }),
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
      }
    case 'ready': {
      const by = promise ? format.moment(promise.agreeBy) : ''
      const over = promise !== null && promise.left < 0
      return {
        what: t(over ? 'orders:next.agreeOver' : 'orders:next.agree', { at: by }),
        why: (
          <>
            {promise && <PromiseClock promise={promise} />}{' '}
            {t(order.reachedByMail ? 'orders:next.agreeWhyMail' : 'orders:next.agreeWhyCall')}
          </>
        ),
        actions: order.callable && (
          <BtnLink icon="call" href={`tel:${order.phone}`}>
            {format.phone(order.phone)}
          </BtnLink>
        ),
      }
    }
    case 'delivered':
      return {
        what: t('orders:next.delivered'),
        why:
          order.deliveredOn &&
          t('orders:next.deliveredOn', { day: format.date(withinDay(order.deliveredOn)) }),
      }
    case 'agreed':
    case 'cancelled':
      return { what: t(`orders:next.${order.standing}`) }
  }
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
