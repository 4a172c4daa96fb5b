import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { returnConsequences } from '#db/schema/returns.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import type { VisitMarkKind } from '#db/vocabulary/visits.ts'
import { visitKinds } from '#db/vocabulary/returns.ts'
import type { Consequence } from '#app/domain/consequences/index.server.ts'
import {
  clearHeldMark,
  lockVisit,
  markHeldVisit,
  type Visit,
} from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { instantAt } from '#app/platform/time.server.ts'
import type { Found } from './find-case.server.ts'

const mark: VisitMarkKind = 'parts_short'
const longestNote = 300

/**
 * RX-4: what waits for goods comes on their new day at the earliest. One that is booked before stays where it is,
 * marked, and its customer is told (BK-6). The caller holds the ticket and the case.
 */
export async function gateWaiting(
  tx: Tx,
  by: StaffActor,
  found: Found,
  supply: Pick<Consequence, 'id' | 'what'>,
  { promisedOn, reason }: { promisedOn: string; reason: string },
): Promise<void> {
  const notBefore = instantAt(promisedOn, '00:00')
  for (const waiting of await waitingFor(tx, supply.id)) {
    await gate(tx, waiting.id, notBefore)
    const visit = await visitToCome(tx, waiting)
    if (!visit) continue
    const held = { ticket: found.ticket, visit }
    if (visit.windowStart >= notBefore) {
      await clearOwnMark(tx, found, visit)
      continue
    }
    const note = `${supply.what} – ${reason}`.slice(0, longestNote)
    const said = { kind: mark, note, expectedOn: promisedOn, tell: true }
    await markHeldVisit(tx, by, held, said, { case: found.case.number })
  }
}

/** The goods are there: nothing holds back what waited for them, and no mark of ours stands any more. */
export async function openGate(
  tx: Tx,
  found: Found,
  supply: Pick<Consequence, 'id'>,
): Promise<void> {
  for (const waiting of await waitingFor(tx, supply.id)) {
    await gate(tx, waiting.id, null)
    const visit = await visitToCome(tx, waiting)
    if (visit) await clearOwnMark(tx, found, visit)
  }
}

const waitingFor = (tx: Tx, afterId: number): Promise<Consequence[]> =>
  tx.db
    .select()
    .from(returnConsequences)
    .where(
      and(
        eq(returnConsequences.afterId, afterId),
        inArray(returnConsequences.kind, [...visitKinds]),
        inArray(returnConsequences.status, ['open', 'going']),
      ),
    )
    .orderBy(asc(returnConsequences.id))
    .for('update')

const gate = (tx: Tx, id: number, notBefore: Date | null) =>
  tx.db.update(returnConsequences).set({ notBefore }).where(eq(returnConsequences.id, id))

/** Its visit, held, unless the crew has set out for it. Whoever gets the goods ready acts on it without seeing it. */
async function visitToCome(tx: Tx, { visitId }: Consequence): Promise<Visit | null> {
  if (visitId === null) return null
  const { visit } = await lockVisit({ ...tx, actor: { kind: 'job' } }, visitId)
  return visit.status === 'proposed' || visit.status === 'confirmed' ? visit : null
}

/** What a colleague marked for another reason stands. */
async function clearOwnMark(tx: Tx, { case: one, ticket }: Found, visit: Visit): Promise<void> {
  const [last] = await tx.db
    .select({ of: sql<string | null>`${ticketEvents.data} ->> 'case'` })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticket.id),
        eq(ticketEvents.visitId, visit.id),
        eq(ticketEvents.kind, 'visit_marked'),
        sql`${ticketEvents.data} ->> 'mark' = ${mark}`,
      ),
    )
    .orderBy(desc(ticketEvents.id))
    .limit(1)
  if (last?.of === one.number) await clearHeldMark(tx, { ticket, visit }, mark)
}
