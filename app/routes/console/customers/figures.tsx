import { useWords } from '#app/i18n/use-words.ts'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import type { CustomerView } from './customer-view.server.ts'

/** The person in figures. */
export function Figures({ customer }: { customer: CustomerView }) {
  const { t, format } = useWords()
  const { average, ratings, spent } = customer
  return (
    <Section title={t('customers:page.figures')}>
      <Facts
        two
        items={[
          { term: t('customers:page.ticketsAll'), children: customer.ticketCount },
          { term: t('customers:page.ticketsOpen'), children: customer.openCount },
          ...(average
            ? [
                {
                  term: t('customers:page.rating'),
                  children: t('customers:page.ratingOf', { average, count: ratings.length }),
                },
              ]
            : []),
          ...(spent.length > 0
            ? [
                {
                  term: t('customers:page.spent'),
                  children: spent
                    .map(({ total, currency }) => format.money(total, currency))
                    .join(' + '),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
