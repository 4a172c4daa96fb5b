import { and, count, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { complaintPeople, complaints, faults } from '#db/schema/complaints.ts'
import { ratings } from '#db/schema/follow-ups.ts'
import { promises } from '#db/schema/promises.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { isSeriousFault } from '#db/vocabulary/complaints.ts'
import { ratingQuestions } from '#db/vocabulary/follow-ups.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { crewSpans, withCrew } from './crew-spans.server.ts'
import { findRecorded } from './record-people.server.ts'

export interface RecordPeriod {
  /** Half open. */
  from: Date
  to: Date
}

export type StaffRecord = Awaited<ReturnType<typeof readRecord>>

/** How many rows stand behind a figure on the page. */
export const rowsShown = 20

/**
 * CP-3: what somebody did and what was said of it, of a period: visits, ratings, punctuality, rework, complaints,
 * faults; each figure with the latest rows behind it. Their own, or one a manager may see.
 * @throws DomainError not_found
 */
export async function readRecord(ctx: Ctx<StaffActor>, id: string, period: RecordPeriod) {
  const person = await findRecorded(ctx, id)
  const spans = await crewSpans(ctx, person)
  const visited = and(
    eq(visits.status, 'finished'),
    withCrew(spans, { crewId: visits.crewId, at: visits.finishedAt }),
    gte(visits.finishedAt, period.from),
    lt(visits.finishedAt, period.to),
  )
  const promised = and(
    withCrew(spans, { crewId: visits.crewId, at: promises.windowStart }),
    // The crew of a visit that has moved on is not the one that was to come then.
    eq(visits.windowStart, promises.windowStart),
    gte(promises.windowStart, period.from),
    lt(promises.windowStart, period.to),
  )
  const [done, rated, kept, broken, again, complained, put] = await Promise.all([
    visitsOf(ctx, visited),
    ratingsOf(ctx, visited),
    countPromises(ctx, and(promised, eq(promises.outcome, 'kept'))),
    brokenOf(ctx, and(promised, eq(promises.outcome, 'broken'))),
    visitsOf(ctx, and(visited, cameBack)),
    complaintsOf(ctx, id, period),
    faultsOf(ctx, id, period),
  ])
  const verified = put.filter(({ status }) => status === 'verified')
  return {
    person,
    visits: done,
    ratings: rated,
    punctuality: { kept, broken: broken.count, rows: broken.rows },
    rework: again,
    complaints: complained,
    faults: {
      verified: verified.length,
      serious: verified.filter(({ kind }) => isSeriousFault(kind)).length,
      rows: put,
    },
  }
}

/** IN-6: the same product of the same customer came back with the same problem within 90 days. */
const cameBack: SQL = sql`exists (select from tickets again
  where again.customer_id = ${tickets.customerId} and again.id <> ${tickets.id}
    and again.kind not in ('complaint', 'enquiry') and again.merged_into_id is null
    and again.product = ${tickets.product} and again.category = ${tickets.category}
    and again.created_at > ${visits.finishedAt}
    and again.created_at < ${visits.finishedAt} + interval '90 days')`

async function visitsOf(ctx: Ctx, which: SQL | undefined) {
  const [total, rows] = await Promise.all([
    ctx.db
      .select({ count: count() })
      .from(visits)
      .innerJoin(tickets, eq(tickets.id, visits.ticketId))
      .where(which),
    ctx.db
      .select({
        id: visits.id,
        number: tickets.number,
        product: tickets.product,
        skill: visits.skill,
        at: visits.finishedAt,
      })
      .from(visits)
      .innerJoin(tickets, eq(tickets.id, visits.ticketId))
      .where(which)
      .orderBy(desc(visits.finishedAt), desc(visits.id))
      .limit(rowsShown),
  ])
  return {
    count: total[0]!.count,
    rows: rows.map(({ at, ...row }) => ({ ...row, at: at!.toISOString() })),
  }
}

async function ratingsOf(ctx: Ctx, which: SQL | undefined) {
  const average = (question: (typeof ratingQuestions)[number]) =>
    sql<number | null>`avg(${ratings[question]})::float8`
  const averages = {
    attitude: average('attitude'),
    quality: average('quality'),
    solved: average('solved'),
    punctuality: average('punctuality'),
    tidiness: average('tidiness'),
  }
  const [total, rows] = await Promise.all([
    ctx.db
      .select({ count: count(), ...averages })
      .from(ratings)
      .innerJoin(visits, eq(visits.id, ratings.visitId))
      .where(which),
    ctx.db
      .select({
        id: ratings.visitId,
        number: tickets.number,
        at: ratings.createdAt,
        average: sql<number>`(${ratings.attitude} + ${ratings.quality} + ${ratings.solved}
          + ${ratings.punctuality} + ${ratings.tidiness}) / 5.0::float8`,
        words: ratings.words,
      })
      .from(ratings)
      .innerJoin(visits, eq(visits.id, ratings.visitId))
      .innerJoin(tickets, eq(tickets.id, visits.ticketId))
      .where(which)
      .orderBy(desc(ratings.createdAt), desc(ratings.visitId))
      .limit(rowsShown),
  ])
  const { count: given, ...of } = total[0]!
  return {
    count: given,
    averages: ratingQuestions.map((question) => ({ question, average: of[question] })),
    rows: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
  }
}

async function countPromises(ctx: Ctx, which: SQL | undefined): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(promises)
    .innerJoin(visits, eq(visits.id, promises.visitId))
    .where(which)
  return row!.count
}

async function brokenOf(ctx: Ctx, which: SQL | undefined) {
  const rows = await ctx.db
    .select({
      id: promises.id,
      visitId: promises.visitId,
      number: tickets.number,
      at: promises.windowStart,
      breach: promises.breach,
    })
    .from(promises)
    .innerJoin(visits, eq(visits.id, promises.visitId))
    .innerJoin(tickets, eq(tickets.id, promises.ticketId))
    .where(which)
    .orderBy(desc(promises.windowStart), desc(promises.id))
    .limit(rowsShown)
  return {
    count: await countPromises(ctx, which),
    rows: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
  }
}

/** CP-1: closed with them still named when it was. */
async function complaintsOf(ctx: Ctx, staffId: string, { from, to }: RecordPeriod) {
  const which = and(
    eq(complaintPeople.staffId, staffId),
    eq(complaints.status, 'closed'),
    gte(complaints.closedAt, from),
    lt(complaints.closedAt, to),
  )
  const rows = await ctx.db
    .select({
      number: tickets.number,
      about: complaints.about,
      at: complaints.closedAt,
      verdict: complaints.verdict,
    })
    .from(complaintPeople)
    .innerJoin(complaints, eq(complaints.ticketId, complaintPeople.ticketId))
    .innerJoin(tickets, eq(tickets.id, complaintPeople.ticketId))
    .where(which)
    .orderBy(desc(complaints.closedAt), desc(complaints.ticketId))
  return {
    count: rows.length,
    rows: rows.slice(0, rowsShown).map(({ at, ...row }) => ({ ...row, at: at!.toISOString() })),
  }
}

/** CP-2: with what they answered and what was decided. */
async function faultsOf(ctx: Ctx, staffId: string, { from, to }: RecordPeriod) {
  const rows = await ctx.db
    .select({
      id: faults.id,
      number: tickets.number,
      kind: faults.kind,
      status: faults.status,
      what: faults.what,
      raisedAt: faults.raisedAt,
      answerBy: faults.answerBy,
      answer: faults.answer,
      answeredAt: faults.answeredAt,
      decidedAt: faults.decidedAt,
      decisionWhy: faults.decisionWhy,
    })
    .from(faults)
    .innerJoin(tickets, eq(tickets.id, faults.ticketId))
    .where(and(eq(faults.staffId, staffId), gte(faults.raisedAt, from), lt(faults.raisedAt, to)))
    .orderBy(desc(faults.raisedAt), desc(faults.id))
  return rows.map(({ raisedAt, answerBy, answeredAt, decidedAt, ...row }) => ({
    ...row,
    raisedAt: raisedAt.toISOString(),
    answerBy: answerBy.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
  }))
}
