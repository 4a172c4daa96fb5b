import type { TrackedTicket } from '#app/domain/tickets/index.server.ts'

type Visit = TrackedTicket['visits'][number] & {
  /** The agreed time is over and nobody has arrived. */
  overdue: boolean
}
type Ticket<V extends Visit> = Omit<TrackedTicket, 'visits'> & { visits: V[] }

type WithoutVisit =
  | 'received'
  | 'arranging'
  | 'missed_you'
  | 'we_missed'
  | 'away'
  | 'handed_on'
  | 'paused'
  | 'resolved'
  | 'closed'
  | 'cancelled'
  | 'called_off'
  | 'unsolved'
  | 'withdrawn'
export type WithVisit =
  | 'agreed'
  | 'late'
  | 'nobody'
  | 'nobody_told'
  | 'on_the_way'
  | 'arrived'
  | 'asked'
  | 'working'
  | 'rests'
  | 'done'

/** Where a matter stands, in the customer's terms. */
export type Standing<V extends Visit = Visit> = { at: WithoutVisit } | { at: WithVisit; visit: V }

/**
 * @param returned how far their return is: once it is decided, nobody has to call first; once it is over, what was done
 * is done
 */
export function standingOf<V extends Visit>(
  ticket: Ticket<V>,
  returned: 'decided' | 'over' | null = null,
): Standing<V> {
  const { status, called, visits, callBy } = ticket
  if (callBy !== null) return { at: 'unsolved' }
  if (status === 'cancelled' && calledOff(ticket)) return { at: 'called_off' }
  if (status === 'cancelled' && withdrawn(ticket)) return { at: 'withdrawn' }
  if (status === 'cancelled' || status === 'closed' || status === 'resolved') return { at: status }
  const underWay = visits.find(({ status }) =>
    ['on_the_way', 'arrived', 'working'].includes(status),
  )
  if (underWay) return { at: atHome(underWay), visit: underWay }
  const away = ticket.items.some(({ purpose, returnedAt }) => purpose === 'repair' && !returnedAt)
  if (status === 'paused') return { at: away ? 'away' : status }
  const agreed = visits.find(({ status }) => status === 'confirmed' || status === 'proposed')
  if (agreed) return { at: awaited(agreed), visit: agreed }
  const finished = visits.findLast((visit) => visit.status === 'finished')
  if (finished && (status === 'in_progress' || returned === 'over')) {
    return away ? { at: 'away' } : { at: 'done', visit: finished }
  }
  if (calledOff(ticket)) return { at: 'called_off' }
  const missed = missedBy(ticket)
  if (missed) return { at: missed === 'customer' ? 'missed_you' : 'we_missed' }
  if (away) return { at: 'away' }
  if (finished?.outcome === 'escalated') return { at: 'handed_on' }
  return { at: status === 'new' && !called && returned === null ? 'received' : 'arranging' }
}

/** Whose side it came to nothing for, when nothing was booked since; what was linked with it fell with it. */
function missedBy({ events, visits }: Ticket<Visit>) {
  const index = visits.findLastIndex(({ noShow }) => noShow !== null)
  const missed = visits[index]
  if (!missed || visits.slice(index + 1).some(({ status }) => status !== 'cancelled')) return null
  const said = events.findLastIndex(
    ({ kind, visitId }) => visitId === missed.id && kind === `${missed.noShow}_no_show`,
  )
  const since = said < 0 ? [] : events.slice(said + 1)
  const anew = since.some(({ kind }) => kind === 'visit_booked' || kind === 'visit_confirmed')
  return anew ? null : missed.noShow
}

function atHome(visit: Visit) {
  const { status, restsBecause, extras } = visit
  if (status === 'on_the_way') return visit.toldNobodyCameAt ? 'nobody_told' : 'on_the_way'
  if (extras.some(({ decision }) => decision === null)) return 'asked'
  if (restsBecause) return 'rests'
  return status === 'working' ? 'working' : 'arrived'
}

function awaited({ delay, overdue, toldNobodyCameAt }: Visit) {
  if (toldNobodyCameAt) return 'nobody_told'
  if (overdue) return 'nobody'
  return delay ? 'late' : 'agreed'
}

/** The customer took it back themselves. */
const withdrawn = ({ events }: Ticket<Visit>) =>
  events.findLast(({ kind }) => kind === 'cancelled')?.mine === true

/** The last that became of a visit is that the customer cancelled it, and nobody came before. */
function calledOff({ events, visits }: Ticket<Visit>): boolean {
  const last = events.findLast(({ visitId }) => visitId !== null)
  return (
    last?.kind === 'visit_cancelled' && last.mine && visits.every((v) => v.status === 'cancelled')
  )
}

export const looks = {
  received: { tone: 'waiting', icon: 'clock' },
  arranging: { tone: 'active', icon: 'half' },
  missed_you: { tone: 'waiting', icon: 'clock' },
  we_missed: { tone: 'trouble', icon: 'alert' },
  away: { tone: 'waiting', icon: 'clock' },
  handed_on: { tone: 'active', icon: 'half' },
  agreed: { tone: 'waiting', icon: 'clock' },
  late: { tone: 'trouble', icon: 'alert' },
  nobody: { tone: 'trouble', icon: 'alert' },
  nobody_told: { tone: 'trouble', icon: 'alert' },
  on_the_way: { tone: 'active', icon: 'half' },
  arrived: { tone: 'active', icon: 'half' },
  asked: { tone: 'waiting', icon: 'alert' },
  working: { tone: 'active', icon: 'half' },
  rests: { tone: 'waiting', icon: 'clock' },
  done: { tone: 'done', icon: 'done' },
  paused: { tone: 'waiting', icon: 'clock' },
  resolved: { tone: 'done', icon: 'done' },
  closed: { tone: 'done', icon: 'done' },
  cancelled: { tone: 'idle', icon: 'close' },
  called_off: { tone: 'idle', icon: 'close' },
  unsolved: { tone: 'waiting', icon: 'clock' },
  withdrawn: { tone: 'idle', icon: 'close' },
} as const
