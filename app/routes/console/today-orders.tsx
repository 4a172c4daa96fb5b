import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { MiniList, Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { orderPath, ordersPath, standingLook } from './orders/order-look.ts'
import { Waits } from './orders/queue-table.tsx'
import type { TodayView } from './today.tsx'

/** The orders that wait for whoever is signed in, and until when. */
export function TodayOrders({ orders: { queues, checkBy } }: { orders: TodayView['orders'] }) {
  const { t } = useWords()
  return queues.map(({ queue, rows }) => (
    <Section
      key={queue}
      title={t(`orders:today.${queue}`, { time: checkBy })}
      right={<TextLink href={`${ordersPath}?queue=${queue}`}>{t('console:today.all')}</TextLink>}
    >
      {rows.length === 0 ? (
        <p className="muted">{t(`orders:list.empty.${queue}`)}</p>
      ) : (
        <MiniList
          items={rows.map((row) => ({
            href: orderPath(row.number),
            number: row.number,
            status: (
              <Status {...standingLook[row.standing]}>{t(`orders:status.${row.standing}`)}</Status>
            ),
            text: row.name || t('orders:list.nameless'),
            foot: <Waits row={row} checkBy={checkBy} />,
          }))}
        />
      )}
    </Section>
  ))
}
