import { and, desc, eq } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { complaints } from '#db/schema/complaints.ts'
import { followUpAttempts, followUps } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { maxAttempts } from '#db/vocabulary/follow-ups.ts'
import { findTicketById, type Ticket, visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { serviceHours } from '#app/platform/service-hours.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { clockOf } from './clock.server.ts'
import { attemptsOf, findFollowUp, type FollowUp } from './find-follow-up.server.ts'
import { nextCall } from './next-call.server.ts'
import { earlierRatings, ratingOf } from './ratings.server.ts'
import { unanswered } from './record-attempt.server.ts'
import { inspectionOf } from './record-inspection.server.ts'
import { visibleCalls } from './visible-calls.server.ts'
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
    kind: followUp.kind,
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
    visit: followUp.visitId === null ? null : await visitOf(ctx, followUp.visitId),
    attempts: await namedAttempts(ctx, id),
    ...(await saidOf(ctx, followUp, ticket)),
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
    .where(and(eq(followUps.id, Number(id)), visibleCalls(ctx.actor)))
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

/** What was said: on a call after a visit that visit's rating, on the others what they were made for. */
async function saidOf(ctx: Ctx, { id, kind, visitId }: FollowUp, { customerId }: Ticket) {
  const afterVisit = kind === 'visit' ? visitId : null
  return {
    rating: afterVisit === null ? null : await ratingOf(ctx, afterVisit),
    inspection: kind === 'inspection' ? await inspectionOf(ctx, id) : null,
    answer: kind === 'complaint' ? await answerOf(ctx, id) : null,
    earlier: await earlierRatings(ctx, customerId, afterVisit),
    complaint: kind === 'complaint' || visitId === null ? null : await complaintAbout(ctx, visitId),
  }
}

/** CP-1: what a complaint was answered with, and the customer's verdict once they gave it. */
async function answerOf(ctx: Ctx, followUpId: number) {
  const [row] = await ctx.db
    .select({
      resolution: complaints.resolution,
      answeredAt: complaints.answeredAt,
      verdict: complaints.verdict,
      verdictWords: complaints.verdictWords,
    })
    .from(followUps)
    .innerJoin(complaints, eq(complaints.ticketId, followUps.ticketId))
    .where(eq(followUps.id, followUpId))
  return row ? { ...row, answeredAt: row.answeredAt?.toISOString() ?? null } : null
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
