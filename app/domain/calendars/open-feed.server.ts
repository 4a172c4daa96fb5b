import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { calendarOfCrew } from './crew-calendar.server.ts'
import { findFeed } from './feed.server.ts'
import { calendarOfTicket } from './ticket-calendar.server.ts'

/**
 * The calendar behind a secret address, as it stands now (BK-4).
 * @throws DomainError not_found when it never was, or was stopped
 */
export async function openFeed(ctx: Ctx, token: string): Promise<string> {
  const feed = await findFeed(ctx, token)
  if (!feed) throw notFound()
  if (feed.ticketId !== null) return calendarOfTicket(ctx, feed.ticketId)
  const text = await calendarOfCrew(ctx, { crewId: feed.crewId!, staffId: feed.staffId! })
  if (text === null) throw notFound()
  return text
}
