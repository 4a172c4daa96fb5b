import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { complaintFindings, complaintPeople, faults } from '#db/schema/complaints.ts'
import { crews } from '#db/schema/crews.ts'
import { visits } from '#db/schema/visits.ts'
import { namesOf } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { isUnreached } from './close-unreached.server.ts'
import { findComplaint } from './find-complaint.server.ts'
import { ownersOf } from './own-complaint.server.ts'

export type WholeComplaint = Awaited<ReturnType<typeof readComplaint>>

/** CP-1: a complaint with everything that belongs to it. @throws DomainError not_found, also for whom it is about */
export async function readComplaint(ctx: Ctx<StaffActor>, number: string) {
  authorize(ctx.actor, 'complaint:handle')
  const { complaint, ticket } = await findComplaint(ctx, number)
  const [people, findings, raised, visit, owners, unreached] = await Promise.all([
    peopleOf(ctx, ticket.id),
    findingsOf(ctx, ticket.id),
    faultsOf(ctx, ticket.id),
    visitOf(ctx, ticket.aboutVisitId),
    ownersOf(ctx, ticket.id),
    complaint.status === 'answered' ? isUnreached(ctx, complaint) : false,
  ])
  const crew = visit?.crew ? await membersOf(ctx, visit.crew.id) : []
  const names = await namesOf(ctx, [
    ticket.ownerId,
    complaint.answeredBy,
    complaint.verdictBy,
    complaint.closedBy,
    ...raised.flatMap((fault) => [fault.raisedBy, fault.decidedBy]),
  ])
  return {
    complaint,
    ticket,
    people,
    /** Who went to the home it is about and isn't named yet. */
    suggested: crew.filter(({ id }) => !people.some((person) => person.id === id)),
    findings,
    faults: raised,
    visit,
    owners,
    /** FU-3: it may be closed without a verdict. */
    unreached,
    names,
  }
}

/** Whom it may be about besides: colleagues who are with us, by name. */
export const everybody = (ctx: Ctx): Promise<{ id: string; name: string }[]> =>
  ctx.db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(isNull(staff.disabledAt))
    .orderBy(asc(staff.name), asc(staff.id))
    .limit(1000)

const peopleOf = (ctx: Ctx, ticketId: number) =>
  ctx.db
    .select({
      id: staff.id,
      name: staff.name,
      crew: { zh: crews.nameZh, en: crews.nameEn },
      faults: sql<number>`(select count(*)::int from faults
        where faults.ticket_id = ${complaintPeople.ticketId} and faults.staff_id = ${complaintPeople.staffId})`,
    })
    .from(complaintPeople)
    .innerJoin(staff, eq(staff.id, complaintPeople.staffId))
    .leftJoin(crews, eq(crews.id, staff.crewId))
    .where(eq(complaintPeople.ticketId, ticketId))
    .orderBy(asc(staff.name), asc(staff.id))

const findingsOf = (ctx: Ctx, ticketId: number) =>
  ctx.db
    .select({
      id: complaintFindings.id,
      body: complaintFindings.body,
      at: complaintFindings.at,
      by: staff.name,
    })
    .from(complaintFindings)
    .innerJoin(staff, eq(staff.id, complaintFindings.by))
    .where(eq(complaintFindings.ticketId, ticketId))
    .orderBy(asc(complaintFindings.id))

/** CP-2: the faults put to people of a complaint, the first first. */
const faultsOf = (ctx: Ctx, ticketId: number) =>
  ctx.db
    .select({
      id: faults.id,
      person: { id: staff.id, name: staff.name },
      kind: faults.kind,
      status: faults.status,
      what: faults.what,
      raisedAt: faults.raisedAt,
      raisedBy: faults.raisedBy,
      answerBy: faults.answerBy,
      answer: faults.answer,
      answeredAt: faults.answeredAt,
      decidedAt: faults.decidedAt,
      decidedBy: faults.decidedBy,
      decisionWhy: faults.decisionWhy,
    })
    .from(faults)
    .innerJoin(staff, eq(staff.id, faults.staffId))
    .where(eq(faults.ticketId, ticketId))
    .orderBy(asc(faults.id))

async function visitOf(ctx: Ctx, visitId: number | null) {
  if (visitId === null) return null
  const [visit] = await ctx.db
    .select({
      id: visits.id,
      skill: visits.skill,
      status: visits.status,
      windowStart: visits.windowStart,
      windowEnd: visits.windowEnd,
      arrivedAt: visits.arrivedAt,
      finishedAt: visits.finishedAt,
      crew: { id: crews.id, zh: crews.nameZh, en: crews.nameEn },
    })
    .from(visits)
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .where(eq(visits.id, visitId))
  return visit ?? null
}

const membersOf = (ctx: Ctx, crewId: number) =>
  ctx.db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(and(eq(staff.crewId, crewId), isNull(staff.disabledAt)))
    .orderBy(asc(staff.name), asc(staff.id))
