import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Facts } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import type { TicketKind } from '#db/vocabulary/tickets.ts'
import { withinDay } from '../civil-day.ts'
import { useCategories } from '../use-categories.ts'
import { orderPath } from '../orders/order-look.ts'
import type { PreviewView } from './ticket-view.server.ts'

const bringing: readonly TicketKind[] = ['delivery', 'install', 'survey']

type Fact = { term: string; children: React.ReactNode; hint?: React.ReactNode }
type Known = Omit<PreviewView, 'talk' | 'talkCount'>

/** The facts of the customer. */
export function useCustomerFacts(ticket: Known): Fact[] {
  const { t, format } = useWords()
  return [
    { term: t('tickets:facts.name'), children: ticket.name },
    {
      term: t('tickets:facts.phone'),
      children: ticket.phone ? (
        <TextLink href={`tel:${ticket.phone}`}>{format.phone(ticket.phone)}</TextLink>
      ) : (
        <span className="muted">{t('tickets:facts.noEmail')}</span>
      ),
    },
    { term: t('tickets:facts.address'), children: ticket.address },
    {
      term: t('tickets:facts.area'),
      children: ticket.area ?? <span className="muted">{t('tickets:facts.noArea')}</span>,
      hint: ticket.may.propose && (
        <TextLink href={`/console/tickets/${ticket.number}/area`}>{t('tickets:do.area')}</TextLink>
      ),
    },
    {
      term: t('tickets:facts.email'),
      children: ticket.email ?? <span className="muted">{t('tickets:facts.noEmail')}</span>,
    },
    ...(ticket.preferredDays
      ? [{ term: t('tickets:facts.prefers'), children: ticket.preferredDays }]
      : []),
  ]
}

/** The facts of the product, its order and its warranty (RX-2: which term applies, until when). */
export function useProductFacts(ticket: Known): Fact[] {
  const { t, format } = useWords()
  const { categoryName } = useCategories()
  const { order, warranty } = ticket
  const facts: Fact[] = [{ term: t('tickets:facts.item'), children: ticket.product }]
  // Goods on their way have no problem to name yet.
  if (!bringing.includes(ticket.kind) || ticket.category !== 'other') {
    facts.push({
      term: t('tickets:facts.category'),
      children: categoryName(ticket.category),
    })
  }
  const number = order?.number ?? ticket.orderNumber
  if (number || ticket.store) {
    const link =
      order && ticket.may.seeOrders ? (
        <TextLink href={orderPath(order.number)}>{order.number}</TextLink>
      ) : (
        number
      )
    facts.push({
      term: t(number ? 'tickets:facts.order' : 'tickets:facts.store'),
      children: (
        <>
          {link}
          {number && ticket.store && ' · '}
          {ticket.store}
        </>
      ),
      hint: !order && ticket.orderNumber ? t('tickets:facts.orderUnknown') : undefined,
    })
  }
  if (order?.deliveredOn) {
    facts.push({
      term: t('tickets:facts.delivered'),
      children: format.date(withinDay(order.deliveredOn)),
    })
  }
  // The warranty runs from the delivery: before that there is nothing to cover.
  if (warranty && (order?.deliveredOn || !bringing.includes(ticket.kind))) {
    facts.push({
      term: t('tickets:facts.warranty'),
      children: (
        <Status
          tone={warranty.covered ? 'done' : 'idle'}
          icon={warranty.covered ? 'shield' : 's-cancel'}
        >
          {warranty.covered ? t('tickets:facts.covered') : t('tickets:facts.notCovered')}
        </Status>
      ),
      hint: t('tickets:facts.until', { date: format.date(withinDay(warranty.until)) }),
    })
  }
  return facts
}

/** Both in two columns, beside the queue. */
export function FactsInShort({ ticket }: { ticket: Known }) {
  const { t } = useWords()
  const owner = ticket.owner ?? <span className="muted">{t('tickets:facts.nobody')}</span>
  const customer = [
    ...useCustomerFacts(ticket),
    { term: t('tickets:facts.owner'), children: owner },
  ]
  const product = useProductFacts(ticket)
  const rows = Array.from({ length: Math.max(customer.length, product.length) }, (_, row) => [
    customer[row],
    product[row],
  ])
  return <Facts two items={rows.flat().filter((fact): fact is Fact => fact !== undefined)} />
}
