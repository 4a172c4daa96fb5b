import { addDays, dayOf, weekdayOf } from '#app/platform/time.server.ts'
import { hashToken, newToken } from '#app/platform/tokens.server.ts'
import type { Site } from '#test/setup/site.ts'

/** Three days ahead on which the crews of the factories work, past every cut-off. */
export function comingDays(): [string, string, string] {
  const today = dayOf(new Date())
  const days = Array.from({ length: 7 }, (_, n) => addDays(today, n + 2)).filter(
    (day) => weekdayOf(day) <= 6,
  )
  return [days[0]!, days[1]!, days[2]!]
}

/** A private link to a ticket, as a mail has it. @returns its path */
export async function aTrackLink(site: Site, ticketId: number): Promise<string> {
  const token = newToken()
  const sql = site.database.connect({ max: 1 })
  await sql`
    insert into private_links (id, purpose, ticket_id, token_hash, created_at)
    values (gen_random_uuid(), 'track', ${ticketId}, ${hashToken(token)}, now())`
  return `/track/${token}`
}
