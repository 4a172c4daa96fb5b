import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Clocks, MiniList, Section } from '#app/ui/console/sections.tsx'
import { QueueList } from '#app/ui/console/queue.tsx'
import { withinDay } from './civil-day.ts'
import { complaintPath, complaintsPath } from './complaints/complaint-look.ts'
import { customersPath } from './customers/customer-paths.ts'
import { waitingPath } from './dispatch/waiting-path.ts'
import { countWords, queueCountWords } from './navigation.ts'
import { returnsPath, tasksPath } from './returns/case-look.ts'
import { claimsPath } from './returns/claims/claim-look.ts'
import { QueueLine, type QueueRow } from './tickets/queue-page.tsx'
import { TodayForMe } from './today-for-me.tsx'
import { TodayOrders } from './today-orders.tsx'
import { TodayReturns } from './today-returns.tsx'
import type { TodayView } from './today.tsx'

/** The counts on top, then each list with its way to the whole of it. */
export function TodayLists({ today }: { today: TodayView }) {
  const { t, format } = useWords()
  const { waiting } = today
  const counts = [
    {
      key: 'unassigned',
      count: waiting.queues?.unassigned,
      href: '/console/tickets?queue=unassigned',
    },
    {
      key: 'overdue',
      count: waiting.queues?.overdue || null,
      href: '/console/tickets?queue=overdue',
    },
    { key: 'mine', count: waiting.mine, href: '/console/tickets?queue=mine' },
    { key: 'open', count: waiting.queues?.open, href: '/console/tickets?queue=open' },
    { key: 'visits', count: waiting.visitsToAssign, href: waitingPath },
    { key: 'marked', count: today.marked || null, href: `${waitingPath}?reason=marked` },
    { key: 'calls', count: waiting.callsToMake, href: '/console/follow-ups' },
    { key: 'cases', count: today.cases, href: returnsPath },
    { key: 'supply', count: today.supply, href: tasksPath },
    { key: 'claims', count: today.claims, href: claimsPath },
    { key: 'faults', count: today.faults || null, href: '/console/account/record#faults' },
    { key: 'contacts', count: today.contacts || null, href: `${customersPath}?due=yes` },
    {
      key: 'leave',
      count: today.leave || null,
      href: '/console/bookings/roster#to-decide',
    },
  ] as const
  const counted = counts.flatMap(({ key, count, href }) =>
    count === null || count === undefined
      ? []
      : {
          label: t(`console:today.counts.${key}`),
          clock: (
            <TextLink href={href}>
              {key === 'unassigned' || key === 'overdue' || key === 'mine' || key === 'open'
                ? queueCountWords(t, key, count)
                : countWords(t, count)}
            </TextLink>
          ),
        },
  )
  return (
    <div className="paper">
      {counted.length > 0 && (
        <Section title={t('console:today.waiting')} hiddenTitle>
          <Clocks items={counted} />
        </Section>
      )}
      <TodayForMe forMe={today.forMe} />
      <Tickets
        title={t('console:today.urgent')}
        none={t('console:today.urgentNone')}
        href="/console/tickets?queue=open&severity=1"
        rows={today.urgent}
      />
      <Tickets
        title={t('console:today.complaints')}
        none={t('console:today.complaintsNone')}
        href={complaintsPath}
        rows={today.complaints}
        at={complaintPath}
      />
      <TodayReturns cases={today.toDecide} />
      <Tickets
        title={t('console:today.fresh')}
        none={t('console:today.freshNone')}
        href="/console/tickets?queue=open&status=new&sort=oldest"
        rows={today.fresh}
      />
      <TodayOrders orders={today.orders} />
      <Tickets
        title={t('console:today.mine')}
        none={t('console:today.mineNone')}
        href="/console/tickets?queue=mine"
        rows={today.mine}
      />
      {today.pauses.length > 0 && (
        <List title={t('console:today.pauses')} href="/console/tickets?queue=paused">
          <MiniList
            items={today.pauses.map((pause) => ({
              href: `/console/tickets/${pause.number}`,
              number: pause.number,
              text: pause.name,
              foot: t('console:today.pauseRow', {
                day: pause.pausedUntil ? format.day(withinDay(pause.pausedUntil)) : '',
                reason: pause.pauseReason,
              }),
            }))}
          />
        </List>
      )}
      {today.visits && (
        <List title={t('console:today.visits')} href={waitingPath}>
          {today.visits.length === 0 ? (
            <p className="muted">{t('console:today.visitsNone')}</p>
          ) : (
            <MiniList
              items={today.visits.map((visit) => ({
                href: `/console/visits/${visit.id}`,
                number: `${format.day(visit.start)} ${format.span(visit.start, visit.end)}`,
                text: visit.work,
                foot: `${visit.name} · ${visit.address}`,
              }))}
            />
          )}
        </List>
      )}
      {today.calls && (
        <List title={t('console:today.calls')} href="/console/follow-ups">
          {today.calls.length === 0 ? (
            <p className="muted">{t('console:today.callsNone')}</p>
          ) : (
            <MiniList
              items={today.calls.map((call) => ({
                href: `/console/follow-ups/${call.id}`,
                number: call.name,
                text: call.product,
                foot: t('console:today.callDue', { time: format.distance(call.dueAt) }),
              }))}
            />
          )}
        </List>
      )}
    </div>
  )
}

function Tickets({
  title,
  none,
  href,
  rows,
  at = (number) => `/console/tickets/${number}`,
}: {
  title: string
  none: string
  href: string
  /** Where one of them is opened. */
  at?: (number: string) => string
  rows: QueueRow[] | null
}) {
  if (!rows) return null
  return (
    <List title={title} href={href}>
      {rows.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <QueueList>
          {rows.map((row) => (
            <QueueLine key={row.number} row={row} href={at(row.number)} />
          ))}
        </QueueList>
      )}
    </List>
  )
}

function List({ title, href, children }: { title: string; href: string; children: ReactNode }) {
  const { t } = useWords()
  return (
    <Section title={title} right={<TextLink href={href}>{t('console:today.all')}</TextLink>}>
      {children}
    </Section>
  )
}
