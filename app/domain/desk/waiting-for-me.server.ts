import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { handovers, ticketMentions } from '#db/schema/desk.ts'
import { isOpen, ticketEvents, ticketNotes, tickets } from '#db/schema/tickets.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'

const counted = 100

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
 * Open tickets whose customer would like somebody else and that nobody else has taken on since: they are among those
 * to be followed up, and an index holds these alone.
 */
const othersAsked = (ctx: Ctx<StaffActor>, limit: number) => {
  const asked = ctx.db
    .select({ id: ticketEvents.id, at: ticketEvents.at, data: ticketEvents.data })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, tickets.id),
        sql`${ticketEvents.kind} = 'other_person_asked'`,
        sql`not exists (
          select from ticket_events later where later.ticket_id = ${tickets.id}
          and later.id > ${ticketEvents.id} and later.kind in ('owner_changed', 'handover_taken')
        )`,
      ),
    )
    .orderBy(desc(ticketEvents.id))
    .limit(1)
    .as('asked')
  return ctx.db
    .select({
      number: tickets.number,
      name: tickets.name,
      owner: staff.name,
      at: asked.at,
      words: sql<string | null>`${asked.data} ->> 'note'`,
      who: sql<string | null>`${asked.data} ->> 'who'`,
    })
    .from(tickets)
    .innerJoinLateral(asked, sql`true`)
    .leftJoin(staff, eq(staff.id, tickets.ownerId))
    .where(and(isNotNull(tickets.followUpAt), isOpen(tickets.status), visibleTickets(ctx.actor)))
    .orderBy(asc(tickets.followUpAt))
    .limit(limit)
}
