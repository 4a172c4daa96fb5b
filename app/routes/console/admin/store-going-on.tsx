import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'

/** What a store has still to see to; each leads to its list, for whoever may see it. */
export function StoreGoingOn({
  openOrders,
  openTickets,
  ordersHref,
  ticketsHref,
}: {
  openOrders: number
  openTickets: number
  ordersHref: string | null
  ticketsHref: string | null
}) {
  const { t } = useWords()
  const lines = [
    {
      key: 'orders',
      count: openOrders,
      words: t('settings:stores.openOrders', { count: openOrders }),
      href: ordersHref,
    },
    {
      key: 'tickets',
      count: openTickets,
      words: t('settings:stores.openTickets', { count: openTickets }),
      href: ticketsHref,
    },
  ].filter(({ count }) => count > 0)
  return (
    <Section title={t('settings:stores.past')}>
      {lines.length === 0 ? (
        <p className="muted">{t('settings:stores.pastNone')}</p>
      ) : (
        <>
          <ul className="mini">
            {lines.map(({ key, words, href }) => (
              <li key={key}>{href ? <TextLink href={href}>{words}</TextLink> : words}</li>
            ))}
          </ul>
          <p className="muted xs">{t('settings:stores.pastHint')}</p>
        </>
      )}
    </Section>
  )
}
