import {
  countedByRow,
  countedUpTo,
  type TicketQueue,
  ticketQueues,
} from '#app/domain/tickets/ticket-queues.ts'
import type { Translate } from '#app/i18n/keys.ts'
import type { NavItem } from '#app/ui/console/frame.tsx'
import type { ConsoleIconName } from '#app/ui/icons.tsx'
import { complaintsPath, recordsPath } from './complaints/complaint-look.ts'
import { custodyPath } from './custody/custody-look.ts'
import { customersPath } from './customers/customer-paths.ts'
import { hotlinePath } from './hotline/paths.ts'
import { knowledgePath } from './knowledge/article-look.ts'
import { returnsPath, tasksPath } from './returns/case-look.ts'
import { claimsPath } from './returns/claims/claim-look.ts'
import { figuresRoot, ledgerRoot } from './returns/ledger/ledger-roots.ts'
import { promisesPath } from './dispatch/promise-look.ts'
import { waitingPath } from './dispatch/waiting-path.ts'

interface Signed {
  t: Translate
  waiting: {
    queues: Partial<Record<TicketQueue, number>> | null
    visitsToAssign: number | null
    callsToMake: number | null
    orders: number | null
    complaints: number | null
    leave: number | null
    custody: number | null
    /** Cases to decide or to sign. */
    returns: number | null
    /** Goods to get ready and originals that are there. */
    supply: number | null
    /** Mails nobody could be sure of. */
    mail: number | null
    /** What is asked of this colleague by name (IN-9). */
    forMe: number
  }
  may: Record<
    | 'tickets'
    | 'register'
    | 'dispatch'
    | 'promises'
    | 'bookings'
    | 'bookingSetup'
    | 'followUps'
    | 'complaints'
    | 'records'
    | 'returns'
    | 'claims'
    | 'returnFigures'
    | 'supply'
    | 'orders'
    | 'custody'
    | 'customers'
    | 'phrases'
    | 'knowledge'
    | 'crew'
    | 'settings'
    | 'people'
    | 'messages'
    | 'audit',
    boolean
  >
  pathname: string
  search: string
}

const queueIcons: Record<TicketQueue, ConsoleIconName> = {
  mine: 'person',
  follow_up: 'bell',
  unassigned: 's-new',
  overdue: 'alert',
  open: 's-going',
  paused: 's-pause',
  resolved: 's-ok',
  closed: 's-closed',
  all: 'ledger',
}

/** The pages of administration that have no entry of their own. */
const settings =
  /^\/console\/admin(\/(company|stores|hours|targets|categories|checklists|roles)(\/|$)|\/?$)/

/** A count that stopped counting says so. */
export const countWords = (t: Translate, count: number) =>
  count >= 1000 ? t('console:many', { count: 999 }) : count

/** A queue's count; one of those that are counted row by row stops at a bound and says so. */
export const queueCountWords = (t: Translate, queue: TicketQueue, count: number) =>
  count >= countedUpTo && countedByRow.some((one) => one === queue)
    ? t('console:many', { count: countedUpTo - 1 })
    : count.toLocaleString('en')

/** The rail's entries: what this colleague may open, and how much waits there. */
export function entriesOf({ t, waiting, may, pathname, search }: Signed): NavItem[] {
  const entry = (
    href: string,
    label: string,
    icon: ConsoleIconName,
    more: Partial<NavItem> = {},
  ): NavItem => ({ href, label, icon, current: within(pathname, href), ...more })
  const counted = (count: number | null | undefined) =>
    count ? { count: countWords(t, count) } : {}

  const entries: NavItem[] = [
    entry('/console', t('console:nav.today'), 'home', counted(waiting.forMe)),
  ]
  if (may.tickets) {
    entries.push(
      entry('/console/tickets', t('console:nav.tickets'), 'ticket', {
        ...(waiting.queues?.open ? { count: queueCountWords(t, 'open', waiting.queues.open) } : {}),
        sub: [
          ...queuesOf({ t, waiting, pathname, search }),
          ...besideQueues({ t, waiting, may, pathname }),
        ],
        subLabel: t('console:nav.queues'),
      }),
    )
  }
  if (may.dispatch) {
    const current = within(pathname, '/console/dispatch')
    entries.push(
      entry('/console/dispatch', t('console:nav.dispatch'), 'board', {
        ...counted(waiting.visitsToAssign),
        ...(current
          ? {
              sub: [
                entry(waitingPath, t('visits:waiting.nav'), 's-new'),
                entry(promisesPath, t('promises:title'), 'ledger'),
              ],
              subLabel: t('console:nav.dispatch'),
            }
          : {}),
      }),
    )
  } else if (may.promises) {
    entries.push(entry(promisesPath, t('promises:title'), 'ledger'))
  }
  const setup = '/console/bookings/setup'
  if (may.bookings) {
    const current = within(pathname, '/console/bookings') && !within(pathname, setup)
    const roster: NavItem = {
      href: '/console/bookings/roster',
      label: t('console:nav.leave'),
      icon: 's-new',
      current: pathname === '/console/bookings/roster',
      ...counted(waiting.leave),
    }
    entries.push(
      entry('/console/bookings', t('console:nav.bookings'), 'cal', {
        current,
        ...counted(waiting.leave),
        ...(current && waiting.leave
          ? { sub: [roster], subLabel: t('console:nav.leaveToDecide') }
          : {}),
      }),
    )
  }
  if (may.bookingSetup) entries.push(entry(setup, t('console:nav.setup'), 'tune'))
  if (may.followUps) {
    entries.push(
      entry(
        '/console/follow-ups',
        t('console:nav.followUps'),
        'follow',
        counted(waiting.callsToMake),
      ),
    )
  }
  if (may.returns) {
    const current = within(pathname, returnsPath) && !within(pathname, tasksPath)
    entries.push(
      entry(returnsPath, t('console:nav.returns'), 'swap', {
        ...counted(waiting.returns),
        current,
        ...(current
          ? {
              sub: [
                entry(ledgerRoot, t('console:nav.returnLedger'), 'ledger'),
                ...(may.claims ? [entry(claimsPath, t('console:nav.returnClaims'), 'doc')] : []),
                ...(may.returnFigures
                  ? [entry(figuresRoot, t('console:nav.returnFigures'), 'chart')]
                  : []),
              ],
              subLabel: t('console:nav.returns'),
            }
          : {}),
      }),
    )
  }
  if (may.supply) {
    entries.push(entry(tasksPath, t('console:nav.supply'), 'check', counted(waiting.supply)))
  }
  if (may.complaints) {
    entries.push(
      entry(complaintsPath, t('console:nav.complaints'), 'flag', counted(waiting.complaints)),
    )
  }
  if (may.customers) entries.push(entry(customersPath, t('console:nav.customers'), 'person'))
  if (may.orders)
    entries.push(entry('/console/orders', t('console:nav.orders'), 'doc', counted(waiting.orders)))
  if (may.custody) {
    const late = waiting.custody ? { ...counted(waiting.custody), bad: true } : {}
    entries.push(entry(custodyPath, t('custody:title'), 'box', late))
  }
  if (may.tickets) entries.push(entry(hotlinePath, t('console:nav.hotline'), 'call'))
  if (may.records) entries.push(entry(recordsPath, t('console:nav.records'), 'chart'))
  if (may.knowledge) entries.push(entry(knowledgePath, t('knowledge:title'), 'book'))
  if (may.crew) entries.push(entry('/crew', t('console:nav.crew'), 'truck'))
  if (may.settings) {
    const current = settings.test(pathname)
    entries.push(entry('/console/admin', t('console:nav.settings'), 'wrench', { current }))
  }
  if (may.people) entries.push(entry('/console/admin/people', t('console:nav.people'), 'people'))
  if (may.messages)
    entries.push(entry('/console/admin/messages', t('console:nav.messages'), 'speech'))
  if (may.audit) entries.push(entry('/console/admin/audit', t('console:nav.audit'), 'ledger'))
  return entries
}

function queuesOf({
  t,
  waiting,
  pathname,
  search,
}: Pick<Signed, 't' | 'waiting' | 'pathname' | 'search'>) {
  if (!within(pathname, '/console/tickets')) return []
  const params = new URLSearchParams(search)
  const chosen = pathname === '/console/tickets' ? (params.get('queue') ?? 'open') : null
  return ticketQueues.map((queue): NavItem => {
    const count = waiting.queues?.[queue]
    return {
      href: `/console/tickets?queue=${queue}`,
      label: queue === 'mine' ? t('console:nav.mine') : t(`tickets:queue.${queue}`),
      icon: queueIcons[queue],
      current: chosen === queue,
      ...(count ? { count: queueCountWords(t, queue, count) } : {}),
      ...(queue === 'overdue' && count ? { bad: true } : {}),
    }
  })
}

/** What a clerk needs beside the queues, where their pages are. */
function besideQueues({
  t,
  waiting,
  may,
  pathname,
}: Pick<Signed, 't' | 'waiting' | 'may' | 'pathname'>): NavItem[] {
  if (!within(pathname, '/console/tickets') && !within(pathname, '/console/phrases')) return []
  const { mail } = waiting
  const entry = (href: string, label: string, icon: ConsoleIconName, count = 0): NavItem => ({
    href,
    label,
    icon,
    current: within(pathname, href),
    ...(count ? { count: countWords(t, count) } : {}),
  })
  return [
    ...(mail === null ? [] : [entry('/console/tickets/mail', t('console:nav.mail'), 'doc', mail)]),
    ...(may.phrases ? [entry('/console/phrases', t('desk:phrases.title'), 'speech')] : []),
  ]
}

const within = (pathname: string, href: string) =>
  href === '/console'
    ? pathname === '/console'
    : pathname === href || pathname.startsWith(`${href}/`)
