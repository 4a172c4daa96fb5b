import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { complaints } from '#db/schema/complaints.ts'
import { customers } from '#db/schema/customers.ts'
import { followUpAttempts, followUps, inspectionAnswers } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { monthBefore, monthOf } from '#app/domain/follow-ups/periods.ts'
import { addDays, addHours, addMinutes, instantAt } from '#app/platform/time.server.ts'
import type { Telling } from './telling.ts'

const sample = 4

/** FU-1, FU-5: calls about complaints that were answered, a manager's sample, and customers with a service contract. */
export async function callBesides(db: Db, telling: Telling): Promise<void> {
  await askVerdicts(db, telling)
  await inspect(db, telling)
  await agreeContracts(db, telling)
}

/** Answered long ago, or lately; asked about as if it were lately. */
async function askVerdicts(db: Db, { now, settings }: Telling): Promise<void> {
  const answered = await db
    .select({ id: tickets.id, visitId: tickets.aboutVisitId, at: complaints.answeredAt })
    .from(complaints)
    .innerJoin(tickets, eq(tickets.id, complaints.ticketId))
    .where(eq(complaints.status, 'answered'))
    .orderBy(asc(tickets.id))
  for (const { id, visitId, at } of answered) {
    if (!at) continue
    const since = at > addHours(now, -20) ? at : addHours(now, -20)
    const dueAt = addHours(since, settings.followUpHours)
    const times = { createdAt: since, notBefore: since, dueAt }
    await db.insert(followUps).values({ ticketId: id, visitId, kind: 'complaint', ...times })
  }
}

/** Four of the month's sample; the first was called. */
async function inspect(db: Db, { now, today, team }: Telling): Promise<void> {
  const month = monthOf(today)
  const drawnAt = instantAt(month.from, '00:00')
  const finished = await db
    .selectDistinctOn([tickets.customerId], { ticketId: tickets.id, visitId: visits.id })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(and(eq(visits.status, 'finished'), lt(visits.finishedAt, now)))
    .orderBy(asc(tickets.customerId), asc(visits.finishedAt))
    .limit(sample)
  const drawn = await db
    .insert(followUps)
    .values(
      finished.map((one) => ({
        ...{ ...one, kind: 'inspection' as const, period: monthBefore(today).name },
        ...{ createdAt: drawnAt, notBefore: drawnAt, dueAt: instantAt(month.to, '00:00') },
      })),
    )
    .returning({ id: followUps.id })
  const first = drawn[0]
  if (!first) return
  const by = team.manager.id
  const at = addMinutes(now, -50)
  await db.update(followUps).set({ status: 'done', doneAt: at }).where(eq(followUps.id, first.id))
  await db
    .insert(followUpAttempts)
    .values({ followUpId: first.id, attempt: 1, outcome: 'answered', at, by })
  await db.insert(inspectionAnswers).values({
    followUpId: first.id,
    ...{ attitude: 5, quality: 4, solved: 5, punctuality: 4, tidiness: 5, recommend: 9 },
    words: '师傅说得清楚，用到现在没有问题。',
    at,
    by,
  })
}

/** Two have a contract for another year, of one it ended. */
async function agreeContracts(db: Db, { today }: Telling): Promise<void> {
  const people = await db
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        isNull(customers.mergedIntoId),
        sql`exists (select 1 from ${tickets} where ${tickets.customerId} = ${customers.id})`,
      ),
    )
    .orderBy(asc(customers.id))
    .limit(3)
  for (const [i, { id }] of people.entries()) {
    const contractUntil = addDays(today, [240, 365, -20][i] ?? 365)
    await db.update(customers).set({ contractUntil }).where(eq(customers.id, id))
  }
}
