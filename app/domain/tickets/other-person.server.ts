import { and, isNotNull, ne, sql, type SQL } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { OtherToAskFor } from './another-person-form.ts'
import type { Ticket } from './find-ticket.server.ts'
import { matterOf, ofMatter } from './merged-tickets.server.ts'

/** Who had the matter when its customer asked for somebody else, as the event keeps it. */
export async function whoHadIt(ctx: Ctx, ticket: Pick<Ticket, 'id' | 'ownerId'>) {
  const rows = await ctx.db
    .selectDistinct({ crewId: visits.crewId })
    .from(visits)
    .where(
      and(
        ofMatter(visits.ticketId, ticket.id),
        isNotNull(visits.crewId),
        ne(visits.status, 'cancelled'),
      ),
    )
  return { owner: ticket.ownerId, crews: rows.map(({ crewId }) => crewId) }
}

/**
 * IN-9: whether what was asked in the event `asked` still stands for the row of `tickets` that speaks for it now.
 * It does until another colleague has the ticket or, where another crew was asked for, another crew has a visit of it;
 * an answer alone changes nothing, and what is taken back (a crew, an owner) makes it stand again. What the customer
 * dropped stands no more.
 */
export const standsStill: SQL = sql`
  (tickets.owner_id is null or tickets.owner_id::text = asked.data #>> '{had,owner}')
  and not (asked.data ->> 'who' = 'crew' and exists (
    select from visits
    where visits.ticket_id in (tickets.id, asked.ticket_id)
      and visits.status <> 'cancelled' and visits.crew_id is not null
      and not coalesce(asked.data #> '{had,crews}', '[]') @> to_jsonb(visits.crew_id)
  ))
  and not exists (
    select from ticket_events dropped
    where dropped.ticket_id in (tickets.id, asked.ticket_id) and dropped.id > asked.id
      and dropped.kind = 'other_person_dropped'
      and dropped.data ->> 'who' = asked.data ->> 'who'
  )`

interface Asked {
  who: OtherToAskFor
  at: Date
  words: string
}

/** What the customer of this ticket asked of somebody else, each once, as far as it stands; the last asked for last. */
export async function askedStanding(ctx: Ctx, ticketId: number): Promise<Asked[]> {
  const matter = await matterOf(ctx, ticketId)
  const rows = (await ctx.db.execute(sql`
    select who, at, words from (
      select distinct on (asked.data ->> 'who')
        asked.id, asked.data ->> 'who' as who, asked.at, asked.data ->> 'note' as words
      from ticket_events asked join tickets on tickets.id = ${ticketId}
      where asked.ticket_id in (${sql.join(matter, sql`, `)})
        and asked.kind = 'other_person_asked' and ${standsStill}
      order by asked.data ->> 'who', asked.id desc
    ) standing
    order by id`)) as unknown as { who: string | null; at: Date | string; words: string | null }[]
  return rows.map(({ who, at, words }) => ({
    who: who === 'crew' ? 'crew' : 'desk',
    at: new Date(at),
    words: words ?? '',
  }))
}
