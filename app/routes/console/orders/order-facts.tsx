import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { DatePassed } from './promise.tsx'
import type { OrderView } from './order-view.server.ts'

/** What the contract says. */
export function OrderFacts({ order }: { order: OrderView }) {
  const { t, format } = useWords()
  const none = <span className="muted">{t('orders:order.none')}</span>
  const day = (date: string | null) => (date ? format.date(withinDay(date)) : none)
  return (
    <Section title={t('orders:order.facts')}>
      <Facts
        items={[
          { term: t('orders:field.name'), children: order.name || none },
          {
            term: t('orders:field.phone'),
            children: order.callable ? (
              <TextLink href={`tel:${order.phone}`}>{format.phone(order.phone)}</TextLink>
            ) : (
              order.phone || none
            ),
          },
          ...(order.email ? [{ term: t('orders:field.email'), children: order.email }] : []),
          { term: t('orders:field.address'), children: order.address || none },
          { term: t('orders:field.orderedOn'), children: day(order.orderedOn) },
          {
            term: t('orders:field.deliveryOn'),
            children: day(order.deliveryOn),
            hint: order.deliveryLate && <DatePassed />,
          },
          { term: t('orders:field.store'), children: order.store, hint: order.storeAddress },
          { term: t('orders:field.clerk'), children: order.clerk || none },
          {
            term: t('orders:field.requirements'),
            children: order.requirements ? (
              <span className="typed">{order.requirements}</span>
            ) : (
              none
            ),
          },
        ]}
      />
    </Section>
  )
}
