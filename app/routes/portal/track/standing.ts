import type { TrackedTicket, TrackedVisit } from '#app/domain/tickets/index.server.ts'

/** Where a matter stands, in the customer's terms. */
export type Standing =
  | {
      at: 'received' | 'arranging' | 'paused' | 'resolved' | 'closed' | 'cancelled' | 'called_off'
    }
  | {
      at: 'agreed' | 'on_the_way' | 'arrived' | 'working' | 'done'
      visit: TrackedVisit
    }

export function standingOf(ticket: TrackedTicket): Standing {
  const { status, called, visits } = ticket
  if (status === 'cancelled' && calledOff(ticket)) return { at: 'called_off' }
  if (status === 'cancelled' || status === 'closed' || status === 'resolved') return { at: status }
  const underWay = visits.find(({ status }) =>
    ['on_the_way', 'arrived', 'working'].includes(status),
  )
  if (underWay)
    return { at: underWay.status as 'on_the_way' | 'arrived' | 'working', visit: underWay }
  if (status === 'paused') return { at: status }
  const agreed = visits.find(({ status }) => status === 'confirmed' || status === 'proposed')
  if (agreed) return { at: 'agreed', visit: agreed }
  const finished = visits.findLast((visit) => visit.status === 'finished')
  if (finished && status === 'in_progress') return { at: 'done', visit: finished }
  if (calledOff(ticket)) return { at: 'called_off' }
  return { at: status === 'new' && !called ? 'received' : 'arranging' }
}

/** The last that became of a visit is that the customer cancelled it, and nobody came before. */
function calledOff({ events, visits }: TrackedTicket): boolean {
  const last = events.findLast(({ visitId }) => visitId !== null)
  return (
    last?.kind === 'visit_cancelled' && last.mine && visits.every((v) => v.status === 'cancelled')
  )
}

export const looks = {
  received: { tone: 'waiting', icon: 'clock' },
  arranging: { tone: 'active', icon: 'half' },
  agreed: { tone: 'waiting', icon: 'clock' },
  on_the_way: { tone: 'active', icon: 'half' },
  arrived: { tone: 'active', icon: 'half' },
  working: { tone: 'active', icon: 'half' },
  done: { tone: 'done', icon: 'done' },
  paused: { tone: 'waiting', icon: 'clock' },
  resolved: { tone: 'done', icon: 'done' },
  closed: { tone: 'done', icon: 'done' },
  cancelled: { tone: 'idle', icon: 'close' },
  called_off: { tone: 'idle', icon: 'close' },
} as const
