import { useSearchParams } from '@remix-run/react'
import type { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Ago, EmptyState, Kbd, Pager } from '#app/ui/console/page.tsx'
import { QueueHead, QueueItem, QueueList } from '#app/ui/console/queue.tsx'
import { ClockChip, Severity, Status, ticketStatusLook } from '#app/ui/console/status.tsx'
import type { TicketKind, TicketStatus } from '#db/vocabulary/tickets.ts'
import { withinDay } from '../civil-day.ts'

export interface QueueRow {
  number: string
  title: string
  status: TicketStatus
  kind: TicketKind
  severity: 1 | 2 | 3 | 4 | null
  name: string
  place: string | null
  createdAt: string
  pausedUntil: string | null
  fresh: boolean
}

/** One page of a queue. */
export function QueuePage({
  rows,
  more,
  paged,
  filters,
  preview,
  hrefOf,
}: {
  rows: QueueRow[]
  more: string | null
  paged: boolean
  filters: TicketFilters
  preview: { number: string } | null
  hrefOf: (number: string) => string
}) {
  const { t } = useWords()
  const [params] = useSearchParams()
  if (rows.length === 0) return <NoTickets filters={filters} />
  const at = (before: string | null) => {
    const next = new URLSearchParams(params)
    next.delete('open')
    if (before === null) next.delete('before')
    else next.set('before', before)
    return `/console/tickets?${next}`
  }
  return (
    <>
      <QueueHead
        keys={
          <>
            <Kbd>J</Kbd> <Kbd>K</Kbd> {t('tickets:queue.keys.move')} <Kbd>O</Kbd>{' '}
            {t('tickets:queue.keys.open')}
          </>
        }
      >
        {t(`tickets:queue.${filters.sort ?? 'newest'}`)}
      </QueueHead>
      <QueueList>
        {rows.map((row) => (
          <QueueLine
            key={row.number}
            row={row}
            href={hrefOf(row.number)}
            current={row.number === preview?.number}
          />
        ))}
      </QueueList>
      {(more ?? paged) && (
        <Pager
          label={t('tickets:queue.pager')}
          prev={paged ? { href: at(null), label: t('tickets:queue.first') } : undefined}
          next={more ? { href: at(more), label: t('tickets:queue.next') } : undefined}
        />
      )}
    </>
  )
}

export function QueueLine({
  row,
  href,
  current,
}: {
  row: QueueRow
  href: string
  current?: boolean
}) {
  const { t, format } = useWords()
  return (
    <QueueItem
      href={href}
      title={row.title}
      current={current}
      fresh={row.fresh ? t('tickets:queue.fresh') : undefined}
      status={
        <Status {...ticketStatusLook[row.status]}>{t(`words:ticketStatus.${row.status}`)}</Status>
      }
      who={row.name}
      place={row.place}
      kind={t(`words:ticketKind.${row.kind}`)}
      severity={
        row.severity && (
          <Severity level={row.severity} label={t(`words:severity.${row.severity}`)} />
        )
      }
      clock={
        row.pausedUntil && (
          <ClockChip state="held">
            {t('tickets:queue.pausedUntil', { day: format.day(withinDay(row.pausedUntil)) })}
          </ClockChip>
        )
      }
      age={
        <Ago iso={row.createdAt} exact={`${format.moment(row.createdAt)} ${row.number}`}>
          {format.distance(row.createdAt)}
        </Ago>
      }
    />
  )
}

function NoTickets({ filters }: { filters: TicketFilters }) {
  const { t } = useWords()
  const { queue, q, ...narrowing } = filters
  const filtered = Object.entries(narrowing).some(
    ([name, value]) => name !== 'sort' && value !== undefined,
  )
  if (q) {
    return (
      <EmptyState
        title={t('tickets:queue.emptyTitle')}
        action={<BtnLink href="/console/tickets">{t('tickets:queue.clear')}</BtnLink>}
      >
        {t('tickets:queue.emptyFound')}
      </EmptyState>
    )
  }
  if (filtered) {
    return (
      <EmptyState
        title={t('tickets:queue.emptyTitle')}
        action={
          <BtnLink href={`/console/tickets?queue=${queue}`}>{t('tickets:queue.clear')}</BtnLink>
        }
      >
        {t('tickets:queue.emptyFiltered')}
      </EmptyState>
    )
  }
  if (queue === 'mine') {
    return (
      <EmptyState
        title={t('tickets:queue.emptyTitle')}
        action={
          <BtnLink href="/console/tickets?queue=unassigned">
            {t('tickets:queue.toUnassigned')}
          </BtnLink>
        }
      >
        {t('tickets:queue.emptyMine')}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('tickets:queue.emptyTitle')}>{t('tickets:queue.emptyOther')}</EmptyState>
  )
}
