import type { VisitView } from './ticket-view.server.ts'

/** The visit that counts now: one a crew has taken on comes before one that is only proposed. */
export function nextVisit(visits: VisitView[]): VisitView | undefined {
  const live = liveVisits(visits)
  return live.find(({ status }) => status !== 'proposed') ?? live[0]
}

/** The visits still to come or under way. */
export const liveVisits = (visits: VisitView[]) =>
  visits.filter(({ status }) => status !== 'finished' && status !== 'cancelled')
