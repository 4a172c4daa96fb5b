import type { OrderCounts } from '#app/domain/orders/count-orders.server.ts'
import { orderQueues, type OrderQueue } from '#app/domain/orders/order-queues.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { A } from '#app/ui/links.tsx'
import { countWords } from '../navigation.ts'
import { ordersPath } from './order-look.ts'
import { searchOf } from './queue-filters.tsx'

/** What is late, with the way to it. */
export function Standing({
  counts,
  at,
  store,
}: {
  counts: OrderCounts
  at: string
  store?: number
}) {
  const { t } = useWords()
  const lines = [
    {
      queue: 'check',
      words: counts.late > 0 && t('orders:list.late', { count: counts.late, time: at }),
    },
    {
      queue: 'agree',
      words: counts.overdue > 0 && t('orders:list.overdue', { count: counts.overdue }),
    },
  ] as const
  return lines
    .filter(({ words }) => words !== false)
    .map(({ queue, words }, index) => (
      <span key={queue}>
        {index > 0 && ' · '}
        <TextLink href={`${ordersPath}?${searchOf({ queue, store })}`}>{words}</TextLink>
      </span>
    ))
}

/** The queues side by side, each with how many wait. */
export function Queues({
  chosen,
  counts,
  store,
  found,
}: {
  chosen: OrderQueue
  counts: OrderCounts
  store?: number
  found: boolean
}) {
  const { t } = useWords()
  return (
    <nav className="queues" aria-label={t('orders:list.queues')}>
      {orderQueues.map((queue) => {
        const count = queue === 'all' ? 0 : counts[queue]
        const late = queue === 'check' ? counts.late : queue === 'agree' ? counts.overdue : 0
        return (
          <A
            key={queue}
            href={`${ordersPath}?${searchOf({ queue, store })}`}
            aria-current={!found && queue === chosen ? 'page' : undefined}
          >
            {t(`orders:queue.${queue}`)}
            {count > 0 && (
              <span className={late > 0 ? 'late' : 'muted'}>{countWords(t, count)}</span>
            )}
          </A>
        )
      })}
    </nav>
  )
}
