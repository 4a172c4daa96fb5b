import { useSearchParams } from '@remix-run/react'
import type { ClockView } from '#app/domain/clocks/index.server.ts'
import type { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { sortIn } from '#app/domain/tickets/ticket-queues.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Ago, Kbd, Pager } from '#app/ui/console/page.tsx'
import { QueueHead, QueueItem, QueueList, QueueTop } from '#app/ui/console/queue.tsx'
import { ClockChip, Status, ticketStatusLook } from '#app/ui/console/status.tsx'
import type { TicketKind, TicketStatus } from '#db/vocabulary/tickets.ts'
import { withinDay } from '../civil-day.ts'
import { TicketClock } from '../clocks/ticket-clock.tsx'
import { BulkBar } from './bulk-bar.tsx'
import type { BulkLists } from './bulk-fields.tsx'
import { MarkAll } from './mark-all.tsx'
import { NoTickets } from './no-tickets.tsx'
import { RowSeverity } from './row-severity.tsx'
import type { useSelection } from './use-selection.ts'

export interface QueueRow {
  number: string
  version: number
  title: string
  status: TicketStatus
  kind: TicketKind
  severity: 1 | 2 | 3 | 4 | null
  name: string
  /** Who is answerable for it. */
  owner: string | null
  mine: boolean
  place: string | null
  createdAt: string
  pausedUntil: string | null
  fresh: boolean
  /** A colleague or the customer changed it since it was last looked at. */
  changed: boolean
  clock: ClockView | null
}

/** One page of a queue. */
export function QueuePage({
  rows,
  more,
  back,
  filters,
  current,
  hrefOf,
  selection,
  bulk,
}: {
  rows: QueueRow[]
  more: string | null
  back: string | null
  filters: TicketFilters
  /** The number of the one beside it. */
  current?: string
  hrefOf: (number: string) => string
  selection: ReturnType<typeof useSelection>
  /** Null for whoever may only read. */
  bulk: BulkLists | null
}) {
  const { t } = useWords()
  const [params] = useSearchParams()
  const { chosen, isMarked, toggle, setAll } = selection
  const nothing = rows.length === 0
  const at = (name: 'before' | 'after', place: string) => {
    const next = new URLSearchParams(params)
    for (const gone of ['open', 'before', 'after']) next.delete(gone)
    next.set(name, place)
    return `/console/tickets?${next}`
  }
  const head = !nothing && (
    <QueueHead
      select={bulk && <MarkAll marked={chosen.length} of={rows.length} setAll={setAll} />}
      keys={
        <>
          <Kbd>J</Kbd> <Kbd>K</Kbd> {t('tickets:queue.keys.move')} <Kbd>O</Kbd>{' '}
          {t('tickets:queue.keys.open')}{' '}
          {bulk && (
            <>
              <Kbd>X</Kbd> {t('tickets:queue.keys.mark')}
            </>
          )}
        </>
      }
    >
      {chosen.length > 0
        ? t('queues:marked', { count: chosen.length })
        : t(`tickets:queue.${sortIn(filters.queue ?? 'all', filters.sort)}`)}
    </QueueHead>
  )
  return (
    <>
      {bulk ? (
        <BulkBar marked={chosen.length} empty={nothing} lists={bulk} onDone={() => setAll(false)}>
          {head}
        </BulkBar>
      ) : (
        head && <QueueTop>{head}</QueueTop>
      )}
      {nothing && <NoTickets filters={filters} />}
      <QueueList>
        {rows.map((row) => (
          <QueueLine
            key={row.number}
            row={row}
            href={hrefOf(row.number)}
            current={row.number === current}
            mark={
              bulk
                ? {
                    checked: isMarked(row.number),
                    onPick: (range) => toggle(row.number, range),
                  }
                : undefined
            }
          />
        ))}
      </QueueList>
      {(more ?? back) && (
        <Pager
          label={t('tickets:queue.pager')}
          prev={back ? { href: at('after', back), label: t('tickets:queue.back') } : undefined}
          next={more ? { href: at('before', more), label: t('tickets:queue.next') } : undefined}
        />
      )}
    </>
  )
}

export function QueueLine({
  row,
  href,
  current,
  mark,
}: {
  row: QueueRow
  href: string
  current?: boolean
  mark?: { checked: boolean; onPick: (range: boolean) => void }
}) {
  const { t, format } = useWords()
  return (
    <QueueItem
      href={href}
      title={row.title}
      current={current}
      select={
        mark && {
          ...mark,
          name: 'ticket',
          value: `${row.number}.${row.version}`,
          label: t('queues:mark', { number: row.number }),
          form: 'bulk',
        }
      }
      fresh={row.fresh ? t('tickets:queue.fresh') : row.changed ? t('desk:changed') : undefined}
      status={
        <Status {...ticketStatusLook[row.status]}>{t(`words:ticketStatus.${row.status}`)}</Status>
      }
      who={row.name}
      place={row.mine ? row.place : (row.owner ?? t('tickets:queue.noOwner'))}
      kind={t(`words:ticketKind.${row.kind}`)}
      severity={row.severity && <RowSeverity level={row.severity} />}
      clock={
        row.clock ? (
          <TicketClock clock={row.clock} pausedUntil={row.pausedUntil} />
        ) : (
          row.pausedUntil && (
            <ClockChip state="held">
              {t('tickets:queue.pausedUntil', { day: format.day(withinDay(row.pausedUntil)) })}
            </ClockChip>
          )
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
