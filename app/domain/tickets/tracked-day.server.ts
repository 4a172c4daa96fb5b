import { and, asc, eq, exists, inArray, isNull, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { custodyReceipts } from '#db/schema/custody.ts'
import { leaves } from '#db/schema/crews.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { ticketEvents, ticketMessages } from '#db/schema/tickets.ts'
import { visitMarks, visits } from '#db/schema/visits.ts'
import { visitExtras, visitPauses } from '#db/schema/work.ts'
import { underWayVisitStatuses, type VisitStatus } from '#db/vocabulary/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { delaysThatHold } from './delays-that-hold.server.ts'
import { nobodyCameKey } from './nobody-came-key.ts'

interface TrackedVisitRow {
  id: number
  status: VisitStatus
  crewId: number | null
  start: Date
}

/** What a customer may know of their visits' day: how late, what rests, what is asked of them, who comes. */
export async function daysOfVisits(ctx: Ctx, ticketId: number, all: readonly TrackedVisitRow[]) {
  const ids = all.map(({ id }) => id)
  const [delays, pauses, extras, calls, told, members, missing] = ids.length
    ? await Promise.all([
        delaysThatHold(ctx, ids),
        pausesOf(ctx, ids),
        extrasOf(ctx, ids),
        callsOf(ctx, ids),
        toldNobodyCame(ctx, ticketId, all),
        membersOf(ctx, all),
        missingOf(ctx, ids),
      ])
    : [[], [], [], [], new Map<string, Date>(), [], []]
  const crewOf = new Map(all.map(({ id, crewId }) => [id, crewId]))
  const keyOf = new Map(all.map((visit) => [visit.id, nobodyCameKey(visit.id, visit.start)]))
  return (id: number) => {
    const delay = delays.findLast(({ visitId }) => visitId === id)
    const call = calls.find(({ visitId }) => visitId === id)
    return {
      delay: delay
        ? { reason: delay.reason, note: delay.note, expectedAt: delay.expectedAt.toISOString() }
        : null,
      missing:
        missing
          .filter(({ visitId }) => visitId === id)
          .map(({ note, expectedOn }) => ({ note, expectedOn }))[0] ?? null,
      restsBecause: pauses.find(({ visitId }) => visitId === id)?.reason ?? null,
      extras: extras
        .filter(({ visitId }) => visitId === id)
        .map(({ visitId: _, ...extra }) => extra),
      /** VS-9: when and how the customer would like to be asked how it went, while that is still to come. */
      wish: call && { part: call.part, way: call.way },
      toldNobodyCameAt: told.get(keyOf.get(id) ?? '')?.toISOString() ?? null,
      members: members.filter(({ crewId }) => crewId === crewOf.get(id)).map(({ name }) => name),
    }
  }
}

/** BK-6: what the customer was told is still missing. */
const missingOf = (ctx: Ctx, ids: number[]) =>
  ctx.db
    .select({
      visitId: visitMarks.visitId,
      note: visitMarks.note,
      expectedOn: visitMarks.expectedOn,
    })
    .from(visitMarks)
    .where(
      and(
        inArray(visitMarks.visitId, ids),
        eq(visitMarks.kind, 'parts_short'),
        isNull(visitMarks.clearedAt),
        exists(
          ctx.db
            .select({ id: ticketEvents.id })
            .from(ticketEvents)
            .innerJoin(visits, eq(visits.ticketId, ticketEvents.ticketId))
            .where(
              and(
                eq(visits.id, visitMarks.visitId),
                eq(ticketEvents.visitId, visitMarks.visitId),
                eq(ticketEvents.kind, 'visit_marked'),
                sql`${ticketEvents.data} ->> 'note' = ${visitMarks.note}`,
                sql`${ticketEvents.data} ->> 'told' = 'true'`,
              ),
            ),
        ),
      ),
    )

const pausesOf = (ctx: Ctx, ids: number[]) =>
  ctx.db
    .select({ visitId: visitPauses.visitId, reason: visitPauses.reason })
    .from(visitPauses)
    .where(and(inArray(visitPauses.visitId, ids), isNull(visitPauses.resumedAt)))

const extrasOf = (ctx: Ctx, ids: number[]) =>
  ctx.db
    .select({
      visitId: visitExtras.visitId,
      key: visitExtras.key,
      what: visitExtras.what,
      minutes: visitExtras.minutes,
      price: visitExtras.price,
      currency: visitExtras.currency,
      decision: visitExtras.decision,
      decidedBy: visitExtras.decidedBy,
    })
    .from(visitExtras)
    .where(inArray(visitExtras.visitId, ids))
    .orderBy(asc(visitExtras.id))

const callsOf = (ctx: Ctx, ids: number[]) =>
  ctx.db
    .select({
      visitId: followUps.visitId,
      part: followUps.wishPart,
      way: followUps.wishWay,
    })
    .from(followUps)
    .where(
      and(
        inArray(followUps.visitId, ids),
        eq(followUps.kind, 'visit'),
        eq(followUps.status, 'due'),
      ),
    )

async function toldNobodyCame(ctx: Ctx, ticketId: number, all: readonly TrackedVisitRow[]) {
  const keys = all.map(({ id, start }) => nobodyCameKey(id, start))
  const rows = await ctx.db
    .select({ key: ticketMessages.submissionKey, at: ticketMessages.createdAt })
    .from(ticketMessages)
    .where(and(eq(ticketMessages.ticketId, ticketId), inArray(ticketMessages.submissionKey, keys)))
  return new Map(rows.map(({ key, at }) => [key ?? '', at]))
}

/** Who comes: the crew's members who are not away just then. */
async function membersOf(ctx: Ctx, all: readonly TrackedVisitRow[]) {
  const crewIds = all.flatMap(({ crewId, status }) =>
    crewId !== null && (status === 'confirmed' || underWayVisitStatuses.some((s) => s === status))
      ? [crewId]
      : [],
  )
  if (crewIds.length === 0) return []
  return ctx.db
    .select({ crewId: staff.crewId, name: staff.name })
    .from(staff)
    .where(
      and(
        inArray(staff.crewId, crewIds),
        isNull(staff.disabledAt),
        sql`not exists (select 1 from ${leaves} where ${leaves.staffId} = ${staff.id}
          and ${leaves.crewId} = ${staff.crewId} and ${leaves.status} = 'approved'
          and ${leaves.startsAt} <= ${ctx.now().toISOString()}::timestamptz
          and ${leaves.endsAt} > ${ctx.now().toISOString()}::timestamptz)`,
      ),
    )
    .orderBy(asc(staff.name))
}

/** VS-4: what left the home over this matter, and what of it is back. */
export async function itemsTaken(ctx: Ctx, ticketId: number) {
  const rows = await ctx.db
    .select({
      number: custodyReceipts.number,
      visitId: custodyReceipts.visitId,
      purpose: custodyReceipts.purpose,
      item: custodyReceipts.item,
      backOn: custodyReceipts.backOn,
      takenAt: custodyReceipts.takenAt,
      returnedAt: custodyReceipts.returnedAt,
    })
    .from(custodyReceipts)
    .where(eq(custodyReceipts.ticketId, ticketId))
    .orderBy(asc(custodyReceipts.id))
  return rows.map(({ takenAt, returnedAt, ...row }) => ({
    ...row,
    takenAt: takenAt.toISOString(),
    returnedAt: returnedAt?.toISOString() ?? null,
  }))
}
