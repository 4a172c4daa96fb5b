import type { ComponentProps, ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status, ticketStatusLook } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { withinDay } from '../civil-day.ts'
import { orderPath, standingLook } from '../orders/order-look.ts'
import { VisitStatus } from '../visits/visit-status.tsx'
import { WarrantyStatus } from '../warranty-status.tsx'
import type { CustomerView } from './customer-view.server.ts'

interface Props {
  customer: CustomerView
}

/** One table of the page, or that there is nothing. */
function Rows({
  title,
  count,
  none,
  head,
  children,
}: {
  title: string
  count: number
  none: string
  head: ComponentProps<typeof Table>['head']
  children: ReactNode
}) {
  return (
    <Section title={title} right={count || undefined}>
      {count === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <Table lines label={title} head={head}>
          {children}
        </Table>
      )}
    </Section>
  )
}

export function Tickets({ customer }: Props) {
  const { t, format } = useWords()
  return (
    <Rows
      title={t('customers:tickets.title')}
      count={customer.ticketCount}
      none={t('customers:tickets.none')}
      head={[
        { label: t('customers:tickets.number') },
        { label: t('customers:tickets.what') },
        { label: t('customers:tickets.kind') },
        { label: t('customers:tickets.status') },
        { label: t('customers:tickets.when') },
      ]}
    >
      {customer.tickets.map((ticket) => (
        <tr key={ticket.number}>
          <th scope="row" className="nowrap">
            <TextLink href={`/console/tickets/${ticket.number}`}>{ticket.number}</TextLink>
          </th>
          <td>
            {ticket.title}
            <div className="muted xs">{ticket.product}</div>
          </td>
          <td className="nowrap">{t(`words:ticketKind.${ticket.kind}`)}</td>
          <td className="nowrap">
            <Status {...ticketStatusLook[ticket.status]}>
              {t(`words:ticketStatus.${ticket.status}`)}
            </Status>
          </td>
          <td className="nowrap">
            <Ago iso={ticket.at} exact={format.dated(ticket.at)}>
              {format.distance(ticket.at)}
            </Ago>
          </td>
        </tr>
      ))}
    </Rows>
  )
}

export function Bought({ customer }: Props) {
  const { t } = useWords()
  return (
    <Rows
      title={t('customers:bought.title')}
      count={customer.bought.length}
      none={t('customers:bought.none')}
      head={[
        { label: t('customers:bought.product') },
        { label: t('customers:bought.quantity'), num: true },
        { label: t('customers:bought.order') },
        { label: t('customers:bought.warranty') },
      ]}
    >
      {customer.bought.map((line) => (
        <tr key={line.key}>
          <th scope="row">{line.product}</th>
          <td className="num" data-label={t('customers:bought.quantity')}>
            {line.quantity}
          </td>
          <td className="nowrap">{line.orderNumber}</td>
          <td className="nowrap">
            <WarrantyStatus warranty={line.warranty} />
          </td>
        </tr>
      ))}
    </Rows>
  )
}

export function Orders({ customer }: Props) {
  const { t, format } = useWords()
  const day = (civil: string | null) => (civil ? format.date(withinDay(civil)) : '–')
  return (
    <Rows
      title={t('customers:orders.title')}
      count={customer.orders.length}
      none={t('customers:orders.none')}
      head={[
        { label: t('customers:orders.number') },
        { label: t('customers:orders.store') },
        { label: t('customers:orders.ordered') },
        { label: t('customers:orders.delivered') },
        { label: t('customers:orders.status') },
        { label: t('customers:orders.total'), num: true },
      ]}
    >
      {customer.orders.map((order) => (
        <tr key={order.number}>
          <th scope="row" className="nowrap">
            {customer.may.seeOrders ? (
              <TextLink href={orderPath(order.number)}>{order.number}</TextLink>
            ) : (
              order.number
            )}
          </th>
          <td>{order.store}</td>
          <td className="nowrap">{day(order.orderedOn)}</td>
          <td className="nowrap">{day(order.deliveredOn)}</td>
          <td className="nowrap">
            <Status {...standingLook[order.standing]}>
              {t(`orders:status.${order.standing}`)}
            </Status>
          </td>
          <td className="num">{format.money(order.total, order.currency)}</td>
        </tr>
      ))}
    </Rows>
  )
}

export function Visits({ customer }: Props) {
  const { t, format } = useWords()
  return (
    <Rows
      title={t('customers:visits.title')}
      count={customer.visits.length}
      none={t('customers:visits.none')}
      head={[
        { label: t('customers:visits.window') },
        { label: t('customers:visits.skill') },
        { label: t('customers:visits.crew') },
        { label: t('customers:visits.ticket') },
        { label: t('customers:visits.status') },
      ]}
    >
      {customer.visits.map((visit) => {
        const window = `${format.date(visit.start)} ${format.span(visit.start, visit.end)}`
        return (
          <tr key={visit.id}>
            <th scope="row" className="nowrap">
              {customer.may.seeVisits ? (
                <TextLink href={`/console/visits/${visit.id}`}>{window}</TextLink>
              ) : (
                window
              )}
            </th>
            <td>{t(`words:skill.${visit.skill}`)}</td>
            <td>{visit.crew ?? '–'}</td>
            <td className="nowrap">
              <TextLink href={`/console/tickets/${visit.number}`}>{visit.number}</TextLink>
            </td>
            <td className="nowrap">
              <VisitStatus visit={visit} />
            </td>
          </tr>
        )
      })}
    </Rows>
  )
}

export function Ratings({ customer }: Props) {
  const { t, format } = useWords()
  return (
    <Section title={t('customers:ratings.title')} right={customer.ratings.length || undefined}>
      {customer.ratings.length === 0 ? (
        <p className="muted">{t('customers:ratings.none')}</p>
      ) : (
        <ul className="mini">
          {customer.ratings.map((rating) => (
            <li key={rating.visitId}>
              <p className="title">
                <b>{t('customers:ratings.average', { average: rating.average.toFixed(1) })}</b>
                {rating.recommend !== null && (
                  <span className="muted">
                    {t('customers:ratings.recommend', { n: rating.recommend })}
                  </span>
                )}
                <TextLink href={`/console/tickets/${rating.number}`}>{rating.number}</TextLink>
              </p>
              {rating.words && <p className="typed">{rating.words}</p>}
              <p className="xs muted">{format.dated(rating.at)}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
