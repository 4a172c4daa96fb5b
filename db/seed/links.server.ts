import type { privateLinks } from '#db/schema/tickets.ts'
import { addHours } from '#app/platform/time.server.ts'
import { hashToken, linkToken } from '#app/platform/tokens.server.ts'
import type { TicketDraft, VisitDraft } from './draft.ts'
import type { Telling } from './telling.ts'

export type LinkRow = typeof privateLinks.$inferInsert & { id: string }

export function link(
  { random }: Telling,
  ticket: TicketDraft,
  purpose: 'track' | 'rate',
  createdAt: Date,
): LinkRow {
  const id = random.uuid()
  return { id, purpose, ticketId: ticket.id!, tokenHash: hashToken(linkToken(id)), createdAt }
}

/** Whoever was visited lately may still rate. */
export function rateLinks(telling: Telling, visits: readonly VisitDraft[]): LinkRow[] {
  return visits.flatMap((visit) => {
    const { finishedAt } = visit.row
    const expiresAt = finishedAt ? addHours(finishedAt, telling.settings.ratingDays * 24) : null
    if (!finishedAt || !expiresAt || expiresAt <= telling.now) return []
    return [{ ...link(telling, visit.ticket, 'rate', finishedAt), visitId: visit.id!, expiresAt }]
  })
}
