import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { claimSteps, supplierClaims } from '#db/schema/claims.ts'
import {
  answerabilities,
  answerabilityShares,
  returnApprovals,
  returnCases,
  returnConsequences,
  returnDecisions,
  returnInspections,
} from '#db/schema/returns.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import type { ConsequenceKind, DecisionLevel, Party, Plan } from '#db/vocabulary/returns.ts'
import type { TicketEventKind, TicketKind, TicketStatus } from '#db/vocabulary/tickets.ts'
import { totalOf } from '#app/domain/returns/index.server.ts'
import { addDays, addHours, addMinutes, dayOf } from '#app/platform/time.server.ts'
import type { Colleague } from './people.server.ts'
import type { Telling } from './telling.ts'
import { type CaseStory, caseStories, type StepStory } from './texts/returns.ts'

type Case = typeof returnCases.$inferSelect
type Ticket = typeof tickets.$inferSelect

/** Who does what with a case. */
interface People {
  desk: Colleague
  manager: Colleague
  warehouse: Colleague
}

/** RX-1 to RX-5: returns and exchanges in every state, on tickets that are there. */
export async function tellReturns(db: Db, telling: Telling): Promise<void> {
  const { desk, manager, warehouse } = telling.team
  const people = { desk: desk[0]!, manager, warehouse }
  const taken: number[] = []
  for (const story of caseStories) {
    const ticket = await ticketFor(db, story, taken)
    if (!ticket) continue
    taken.push(ticket.id)
    await tellCase(db, { story, ticket, people, now: telling.now })
  }
}

async function ticketFor(db: Db, { on }: CaseStory, taken: readonly number[]) {
  const found = await db
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.kind, on[0] satisfies TicketKind),
        eq(tickets.status, on[1] satisfies TicketStatus),
        sql`${tickets.mergedIntoId} is null`,
      ),
    )
    .orderBy(tickets.id)
  return found.find(({ id }) => !taken.includes(id))
}

interface Told {
  story: CaseStory
  ticket: Ticket
  people: People
  now: Date
}

async function tellCase(db: Db, { story, ticket, people, now }: Told): Promise<void> {
  const over = ticket.closedAt !== null
  const asked = over ? addMinutes(ticket.createdAt, 4) : await afterAll(db, ticket)
  const at = (minutes: number) => {
    const then = addMinutes(asked, minutes)
    return then > now ? now : then
  }
  const [one] = await db
    .insert(returnCases)
    .values({
      ticketId: ticket.id,
      orderId: ticket.orderId,
      product: ticket.product,
      reason: story.reason,
      wish: story.wish,
      words: story.words,
      unpacked: true,
      misused: false,
      deliveredOn: addDays(dayOf(asked), -(story.delivered ?? 40)),
      askedAt: asked,
      dueAt: addHours(asked, 24),
    })
    .returning()
  // Of what ended, the ticket's own history is told already.
  const happened = (kind: TicketEventKind, minutes: number, by: Colleague | null, data = {}) =>
    over ? undefined : tellEvent(db, ticket, kind, at(minutes), by, { case: one!.number, ...data })
  await happened('return_asked', 0, null, { reason: story.reason, wish: story.wish })
  if (story.cancelled) {
    const facts = { cancelledAt: at(60), cancelReason: story.cancelled }
    await change(db, one!, { status: 'cancelled', ...facts })
    await happened('return_cancelled', 60, people.desk, { reason: story.cancelled })
    return
  }
  const { decision } = story
  if (!decision) return
  const { remedy } = decision
  const needs: DecisionLevel = decision.needs ?? 'desk'
  const decide = async (seq: number, minutes: number) => {
    const [decided] = await db
      .insert(returnDecisions)
      .values({
        ...{ caseId: one!.id, seq, remedy, why: decision.why, told: decision.told, terms: [] },
        costs: decision.costs,
        total: totalOf(decision.costs),
        currency: 'CNY',
        plan: planOf(story, one!.product, dayOf(now)),
        needs,
        at: at(minutes),
        by: people.desk.id,
      })
      .returning({ id: returnDecisions.id })
    await happened('return_decided', minutes, people.desk, { remedy, needs, seq })
    return decided!.id
  }
  const sign = async (decisionId: number, minutes: number, approved: boolean, reason: string) => {
    const by = people.manager
    await db
      .insert(returnApprovals)
      .values({ decisionId, approved, reason, saw: {}, at: at(minutes), by: by.id })
    const [kind, seq] = approved
      ? (['return_approved', 2] as const)
      : (['return_sent_back', 1] as const)
    await happened(kind, minutes, by, approved ? { seq } : { seq, reason })
  }
  let decisionId = await decide(1, 5)
  if (story.sentBack && story.approved) {
    await sign(decisionId, 6, false, story.sentBack)
    decisionId = await decide(2, 7)
    await sign(decisionId, 8, true, story.approved)
  } else if (needs !== 'desk') {
    return change(db, one!, { status: 'approving', pendingId: decisionId })
  }
  await change(db, one!, { status: 'acting', decisionId })
  await happened('return_told', 8, people.desk, { remedy })
  await makeSteps(db, one!, { decisionId, steps: story.steps ?? [], people, at, now })
  for (const { kind, minutes, by, data } of story.more ?? []) {
    await happened(kind, minutes, people[by], data)
  }
  if (story.appeal) {
    await change(db, one!, {
      status: 'appealed',
      level: 'manager',
      appealedAt: at(9),
      appealWords: story.appeal,
    })
    await happened('return_appealed', 9, null, { note: story.appeal })
  }
  if (story.ends) {
    const closedAt = ticket.closedAt ?? at(650)
    await endCase(db, one!, { ends: story.ends, closedAt, people, now })
  }
}

/** The decision as its form would have sent it. */
function planOf({ decision, steps = [] }: CaseStory, product: string, today: string): Plan {
  const { remedy, costs } = decision!
  const step = (...kinds: ConsequenceKind[]) => steps.find(({ kind }) => kinds.includes(kind))
  const supply = step('goods', 'part')
  const takesBack = remedy === 'refund' || step('collection') !== undefined
  const pays = costs.refund > 0
  return {
    remedy,
    what: remedy === 'exchange' ? product : (supply?.what ?? step('repair')?.what ?? ''),
    promisedOn: supply?.promised === undefined ? null : addDays(today, supply.promised),
    collect: step('delivery')?.collects ? 'same' : takesBack ? 'before' : 'none',
    amount: pays ? costs.refund : null,
    method: pays ? (step('refund')?.method ?? 'original') : null,
  }
}

/** What a decision set going: done already, or with the day on which goods are promised. */
async function makeSteps(
  db: Db,
  one: Case,
  {
    decisionId,
    steps,
    people,
    at,
    now,
  }: {
    decisionId: number
    steps: readonly StepStory[]
    people: People
    at: (minutes: number) => Date
    now: Date
  },
): Promise<void> {
  const made = new Map<string, number>()
  for (const { kind, after, promised, done = false, ...facts } of steps) {
    const [row] = await db
      .insert(returnConsequences)
      .values({
        ...facts,
        ...{ caseId: one.id, decisionId, kind, madeAt: at(5) },
        what: facts.what ?? one.product,
        promisedOn: promised === undefined ? null : addDays(dayOf(now), promised),
        afterId: after ? made.get(after)! : null,
        currency: facts.amount === undefined ? null : 'CNY',
        status: done ? 'done' : 'open',
        ...(done ? { doneAt: at(600), doneBy: people.desk.id } : {}),
      })
      .returning({ id: returnConsequences.id })
    made.set(kind, row!.id)
    if (kind !== 'original' || !done) continue
    await db.insert(returnInspections).values({
      ...{ consequenceId: row!.id, condition: '完好，滑轨磨损', fate: 'factory' },
      ...{ at: at(600), by: people.warehouse.id },
    })
  }
}

/** RX-5: its cause and shares, and the claim on the supplier for theirs. */
async function endCase(
  db: Db,
  one: Case,
  {
    ends,
    closedAt,
    people,
    now,
  }: { ends: NonNullable<CaseStory['ends']>; closedAt: Date; people: People; now: Date },
): Promise<void> {
  const by = people.manager.id
  const [said] = await db
    .insert(answerabilities)
    .values({
      caseId: one.id,
      seq: 1,
      cause: ends.cause,
      evidence: ends.evidence,
      at: closedAt,
      by,
    })
    .returning({ id: answerabilities.id })
  await db.insert(answerabilityShares).values(
    Object.entries(ends.shares).map(([party, percent]) => ({
      ...{ answerabilityId: said!.id, party: party as Party, percent },
    })),
  )
  await change(db, one, { status: 'closed', closedAt, answerabilityId: said!.id })
  if (!ends.claim) return
  const sentAt = addHours(now, -20 * 24)
  const [claim] = await db
    .insert(supplierClaims)
    .values({
      ...{ caseId: one.id, supplier: ends.claim.supplier, amount: ends.claim.amount },
      ...{ currency: 'CNY', status: 'sent', madeAt: sentAt, madeBy: by, sentAt },
    })
    .returning({ id: supplierClaims.id })
  await db.insert(claimSteps).values({ claimId: claim!.id, status: 'sent', at: sentAt, by })
}

const change = async (db: Db, { id }: Case, facts: Partial<typeof returnCases.$inferInsert>) => {
  await db
    .update(returnCases)
    .set({ ...facts, version: sql`${returnCases.version} + 1` })
    .where(inArray(returnCases.id, [id]))
}

/** Nothing is told before what happened already. */
async function afterAll(db: Db, ticket: Ticket): Promise<Date> {
  const [last] = await db
    .select({ at: ticketEvents.at })
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticket.id))
    .orderBy(desc(ticketEvents.id))
    .limit(1)
  return last?.at ?? ticket.createdAt
}

const tellEvent = (
  db: Db,
  ticket: Ticket,
  kind: TicketEventKind,
  at: Date,
  by: Colleague | null,
  data: Record<string, unknown>,
) =>
  db.insert(ticketEvents).values({
    ...{ ticketId: ticket.id, kind, at, data },
    actorKind: by ? ('staff' as const) : ('customer' as const),
    actorId: by?.id ?? null,
  })
