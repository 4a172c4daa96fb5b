import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { staff } from '#db/schema/accounts.ts'
import { handovers, ticketMentions } from '#db/schema/desk.ts'
import { isOpen, ticketEvents, ticketNotes, tickets } from '#db/schema/tickets.ts'
import { standsStill, visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'

const counted = 100
const own = alias(tickets, 'own')

/** IN-9: what colleagues and customers ask of this colleague by name; each list is `null` where it is not theirs to see. */
export async function waitingForMe(ctx: Ctx<StaffActor>, limit: number) {
  const reads = may(ctx.actor, 'ticket:read')
  const [mentions, offered, asked] = await Promise.all([
    reads ? mentionsOf(ctx, limit) : [],
    may(ctx.actor, 'ticket:triage') ? offeredTo(ctx, limit) : [],
    may(ctx.actor, 'complaint:handle') ? othersAsked(ctx, limit) : [],
  ])
  return { mentions, offered, asked }
}

/** How many there are, as far as a badge counts. */
export async function countForMe(ctx: Ctx<StaffActor>): Promise<number> {
  const { mentions, offered, asked } = await waitingForMe(ctx, counted)
  return mentions.length + offered.length + asked.length
}

/** The notes that brought them in and that they haven't seen, the latest first. */
const mentionsOf = (ctx: Ctx<StaffActor>, limit: number) =>
  ctx.db
    .select({
      id: ticketMentions.id,
      number: tickets.number,
      name: tickets.name,
      by: staff.name,
      note: sql<string>`left(${ticketNotes.body}, 200)`,
      at: ticketMentions.at,
      event: sql<number>`(
        select max(${ticketEvents.id}) from ${ticketEvents}
        where ${ticketEvents.ticketId} = ${ticketMentions.ticketId}
      )`.mapWith(Number),
    })
    .from(ticketMentions)
    .innerJoin(tickets, eq(tickets.id, ticketMentions.ticketId))
    .innerJoin(ticketNotes, eq(ticketNotes.id, ticketMentions.noteId))
    .innerJoin(staff, eq(staff.id, ticketNotes.authorId))
    .where(
      and(
        eq(ticketMentions.staffId, ctx.actor.id),
        isNull(ticketMentions.seenAt),
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(desc(ticketMentions.id))
    .limit(limit)

/** What was handed over to them and waits for their answer, the longest first. */
const offeredTo = (ctx: Ctx<StaffActor>, limit: number) =>
  ctx.db
    .select({
      number: tickets.number,
      name: tickets.name,
      by: staff.name,
      note: handovers.note,
      at: handovers.at,
    })
    .from(handovers)
    .innerJoin(tickets, eq(tickets.id, handovers.ticketId))
    .innerJoin(staff, eq(staff.id, handovers.by))
    .where(
      and(
        eq(handovers.toId, ctx.actor.id),
        isNull(handovers.takenAt),
        isNull(handovers.declinedAt),
        isOpen(tickets.status),
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(asc(handovers.id))
    .limit(limit)

/**
 * Open tickets whose customer would like somebody else and that nobody else has yet, the longest asked for first. An
 * index holds these events alone; what was merged stands for the ticket that goes on.
 */
async function othersAsked(ctx: Ctx<StaffActor>, limit: number) {
  const rows = (await ctx.db.execute(sql`
    select number, name, owner, at, words, who
    from (
      select distinct on (tickets.id) asked.id, tickets.number, tickets.name, staff.name as owner,
        asked.at, asked.data ->> 'note' as words, asked.data ->> 'who' as who
      from ticket_events asked
      join tickets own on own.id = asked.ticket_id
        and (own.merged_into_id is not null or ${isOpen(own.status)})
      cross join lateral (
        with recursive up as (
          select own.id, own.merged_into_id
          union all
          select one.id, one.merged_into_id from tickets one join up on one.id = up.merged_into_id
        )
        select id from up where merged_into_id is null
      ) speaks
      join tickets on tickets.id = speaks.id and ${isOpen(tickets.status)}
      left join staff on staff.id = tickets.owner_id
      where asked.kind = 'other_person_asked' and ${standsStill}
        and ${visibleTickets(ctx.actor) ?? sql`true`}
      order by tickets.id, asked.id desc
    ) standing
    order by id limit ${limit}`)) as unknown as {
    number: string
    name: string
    owner: string | null
    at: Date | string
    words: string | null
    who: string | null
  }[]
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }))
}
