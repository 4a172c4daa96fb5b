import { useWords } from '#app/i18n/use-words.ts'
import { FoundAt, FoundGroup, FoundGroups } from '#app/ui/console/found.tsx'
import { Marked } from '#app/ui/console/marked.tsx'
import { Ago, EmptyState, Pager } from '#app/ui/console/page.tsx'
import { QueueItem, QueueList } from '#app/ui/console/queue.tsx'
import { Status, ticketStatusLook } from '#app/ui/console/status.tsx'
import type { BesideGroup, BesideItem, FoundView } from './found-view.server.ts'
import { searchPath } from './search-path.ts'
import { RowSeverity } from './tickets/row-severity.tsx'

const allOf = (q: string) =>
  ({
    customers: { path: `/console/customers?${new URLSearchParams({ q })}`, words: 'allCustomers' },
    orders: { path: `/console/orders?${new URLSearchParams({ q })}`, words: 'allOrders' },
  }) as const

/** Customers, orders and answers, a few of each. */
export function FoundBeside({ groups, q }: { groups: BesideGroup[]; q: string }) {
  const { t } = useWords()
  if (groups.length === 0) return null
  return (
    <FoundGroups>
      {groups.map(({ key, more, items }) => {
        const all = more && (key === 'customers' || key === 'orders') ? allOf(q)[key] : null
        return (
          <FoundGroup
            key={key}
            id={`found-${key}`}
            title={t(`finding:group.${key}`)}
            more={all ? { href: all.path, label: t(`finding:${all.words}`) } : undefined}
            items={items.map((item) => ({
              href: item.href,
              title: <Marked text={item.title} marks={item.marks} />,
              sub: <Line item={item} />,
              right: item.standing && (
                <span className="xs muted">{t(`orders:status.${item.standing}`)}</span>
              ),
            }))}
          />
        )
      })}
    </FoundGroups>
  )
}

function Line({ item: { phone, line, lineMarks } }: { item: BesideItem }) {
  const { format } = useWords()
  return (
    <>
      {phone && <span className="nowrap">{format.phone(phone)}</span>}
      {phone && line && ' · '}
      {line && <Marked text={line} marks={lineMarks ?? []} />}
    </>
  )
}

/** The tickets, the best first, each with where else it was found. */
export function FoundTickets({
  rows,
  count,
  more,
  older,
  q,
  page,
  before,
}: FoundView['tickets'] & {
  q: string
  page: number
  before: { at: number; id: number } | undefined
}) {
  const { t, format } = useWords()
  const stretch = before ? { before: `${before.at}-${before.id}` } : {}
  const further = page > 1 || before !== undefined
  return (
    <section className="found-list" aria-labelledby="found-tickets">
      <h2 className="sec-h" id="found-tickets">
        {t('finding:group.tickets')}
        <span className="r">
          {count === null
            ? before
              ? t('finding:countOlder')
              : t('finding:countMany', { count: 200 })
            : t('finding:count', { count })}
        </span>
      </h2>
      {rows.length === 0 ? (
        <EmptyState title={t(further ? 'finding:nothingFurther' : 'finding:noTickets')} />
      ) : (
        <QueueList>
          {rows.map((row) => (
            <QueueItem
              key={row.number}
              href={`/console/tickets/${row.number}`}
              title={<Marked text={row.title} marks={row.titleMarks} />}
              status={
                <Status {...ticketStatusLook[row.status]}>
                  {t(`words:ticketStatus.${row.status}`)}
                </Status>
              }
              who={
                <>
                  {row.number} · <Marked text={row.name} marks={row.nameMarks} />
                </>
              }
              place={row.place}
              kind={t(`words:ticketKind.${row.kind}`)}
              severity={row.severity && <RowSeverity level={row.severity} />}
              age={
                <Ago iso={row.createdAt} exact={format.moment(row.createdAt)}>
                  {format.distance(row.createdAt)}
                </Ago>
              }
            >
              {row.excerpt && (
                <FoundAt
                  place={t('finding:at', { place: t(`finding:place.${row.excerpt.place}`) })}
                >
                  <Marked text={row.excerpt.text} marks={row.excerpt.marks} />
                </FoundAt>
              )}
            </QueueItem>
          ))}
        </QueueList>
      )}
      {(further || more || older) && (
        <Pager
          label={t('finding:pager')}
          prev={
            page > 1
              ? {
                  href: searchPath(q, { ...stretch, page: page - 1 }),
                  label: t('finding:previous'),
                }
              : before
                ? { href: searchPath(q), label: t('finding:newest') }
                : undefined
          }
          text={t('finding:page', { page })}
          next={
            more
              ? { href: searchPath(q, { ...stretch, page: page + 1 }), label: t('finding:next') }
              : older
                ? { href: searchPath(q, { before: older }), label: t('finding:older') }
                : undefined
          }
        />
      )}
    </section>
  )
}
