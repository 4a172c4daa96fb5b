import { and, desc, eq } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { followUpAttempts, followUps } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { maxAttempts } from '#db/vocabulary/follow-ups.ts'
import { findTicketById, visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { serviceHours } from '#app/platform/service-hours.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { clockOf } from './clock.server.ts'
import { attemptsOf, findFollowUp } from './find-follow-up.server.ts'
import { nextCall } from './next-call.server.ts'
import { earlierRatings, ratingOf } from './ratings.server.ts'
import { unanswered } from './record-attempt.server.ts'
import { visitOf } from './visit-in-short.server.ts'

/** FU-1: the call on one screen: whom, about what, what was tried, what was said before. */
export async function readFollowUp(ctx: Ctx, id: number) {
  authorize(ctx.actor, 'follow-up:call')
  const followUp = await findFollowUp(ctx, id)
  const ticket = await findTicketById(ctx, followUp.ticketId)
  const attempts = await attemptsOf(ctx, id)
  const tried = unanswered(attempts)
  const settings = await currentSettings(ctx)
  const now = ctx.now()
  return {
    id,
    status: followUp.status,
    attempt: attempts.length + 1,
    unanswered: tried.length,
    clock: clockOf(followUp, now),
    dueAt: followUp.dueAt.toISOString(),
    notBefore: followUp.notBefore.toISOString(),
    wish: { part: followUp.wishPart, way: followUp.wishWay },
    doneAt: followUp.doneAt?.toISOString() ?? null,
    /** When to try again if nobody answers now; null when that was the last time. */
    nextTry:
      tried.length + 1 >= maxAttempts
        ? null
        : nextCall(
            now,
            tried,
            settings.nextAttemptHours,
            await serviceHours(ctx, settings),
          ).notBefore.toISOString(),
    company: settings.company,
    ticket: {
      number: ticket.number,
      kind: ticket.kind,
      status: ticket.status,
      name: ticket.name,
      phone: ticket.phone,
      product: ticket.product,
      description: ticket.description,
      solution: ticket.solution,
      locale: ticket.locale,
      createdAt: ticket.createdAt.toISOString(),
    },
    visit: await visitOf(ctx, followUp),
    attempts: await namedAttempts(ctx, id),
    rating: await ratingOf(ctx, followUp.visitId),
    earlier: await earlierRatings(ctx, ticket.customerId, followUp.visitId),
    complaint: await complaintAbout(ctx, followUp.visitId),
  }
}

/** Whom a call just made was with, to say that it is kept; null when there is nothing to say. */
export async function customerCalled(ctx: Ctx, id: string | null): Promise<string | null> {
  authorize(ctx.actor, 'follow-up:call')
  if (id === null || !/^\d{1,15}$/.test(id)) return null
  const [row] = await ctx.db
    .select({ name: tickets.name })
    .from(followUps)
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .where(and(eq(followUps.id, Number(id)), visibleTickets(ctx.actor)))
  return row?.name ?? null
}

async function namedAttempts(ctx: Ctx, id: number) {
  const rows = await ctx.db
    .select({
      attempt: followUpAttempts.attempt,
      outcome: followUpAttempts.outcome,
      note: followUpAttempts.note,
      at: followUpAttempts.at,
      by: staff.name,
    })
    .from(followUpAttempts)
    .innerJoin(staff, eq(staff.id, followUpAttempts.by))
    .where(eq(followUpAttempts.followUpId, id))
    .orderBy(desc(followUpAttempts.attempt))
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

async function complaintAbout(ctx: Ctx, visitId: number): Promise<string | null> {
  const [row] = await ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(
      and(
        eq(tickets.aboutVisitId, visitId),
        eq(tickets.kind, 'complaint'),
        visibleTickets(ctx.actor),
      ),
    )
  return row?.number ?? null
}
