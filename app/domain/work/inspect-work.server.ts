import { and, eq } from 'drizzle-orm'
import { services } from '#db/schema/bookings.ts'
import { crews } from '#db/schema/crews.ts'
import { visitInspections } from '#db/schema/work.ts'
import { inspectionLevels } from '#db/vocabulary/work.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { lockVisit, ownVisits, type Visit } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { InspectWorkForm } from './inspect-work-form.ts'
import { standingOf } from './inspections.ts'
import { inspectionsOf } from './work-of-visit.server.ts'

/**
 * VS-8: one of the three checks, in their order: the crew's own, its leader's, the inspector's. A failed one sends the
 * work back to the first. The same form sent twice is one check.
 * @throws DomainError conflict `noInspections`, `inspectWhileWorking`, `inspectionOutOfOrder`, `notCrewLeader`,
 * `crewWithoutLeader`
 */
export async function inspectWork(
  ctx: Ctx<StaffActor>,
  id: number,
  { level, passed, note, submissionKey }: InspectWorkForm,
): Promise<void> {
  authorize(ctx.actor, level === 'inspector' ? 'visit:inspect' : 'visit:work')
  const { actor } = ctx
  await inTransaction(ctx, async (tx) => {
    const which = level === 'inspector' ? undefined : ownVisits(actor)
    const { visit, ticket } = await lockVisit(tx, id, ...(which ? [which] : []))
    if (level === 'leader') await refuseOthers(tx, visit, actor)
    if (await inspectedBefore(tx, id, submissionKey)) return
    if (visit.status === 'cancelled') throw refused('visitCancelled')
    if (visit.status === 'finished') throw refused('visitFinished')
    if (visit.status !== 'working') throw refused('inspectWhileWorking')
    const { asked, passed: before } = await threeChecksOf(tx, visit)
    if (!asked) throw refused('noInspections')
    if (inspectionLevels.indexOf(level) > before) throw refused('inspectionOutOfOrder')
    await tx.db.insert(visitInspections).values({
      key: submissionKey,
      visitId: id,
      level,
      passed,
      note,
      at: tx.now(),
      by: actor.id,
    })
    await recordEvent(tx, ticket, 'work_inspected', { level, passed, note }, visit)
  })
}

/** The second check is the leader's own. */
async function refuseOthers(tx: Tx, visit: Visit, actor: StaffActor): Promise<void> {
  const [crew] = await tx.db
    .select({ leaderId: crews.leaderId })
    .from(crews)
    .where(eq(crews.id, visit.crewId!))
  if (crew?.leaderId == null) throw refused('crewWithoutLeader')
  if (crew.leaderId !== actor.id) throw refused('notCrewLeader')
}

async function inspectedBefore(tx: Tx, visitId: number, key: string): Promise<boolean> {
  const [row] = await tx.db
    .select({ id: visitInspections.id })
    .from(visitInspections)
    .where(and(eq(visitInspections.key, key), eq(visitInspections.visitId, visitId)))
  return row !== undefined
}

/**
 * The three checks of a visit: whether its service asks for them, every one there was, how many of the three count as
 * passed now, and which comes next.
 */
export async function threeChecksOf(ctx: Ctx, visit: Pick<Visit, 'id' | 'skill'>) {
  const [service] = await ctx.db
    .select({ key: services.key })
    .from(services)
    .where(and(eq(services.skill, visit.skill), eq(services.threeChecks, true)))
    .limit(1)
  const inspections = await inspectionsOf(ctx, visit.id)
  return { asked: service !== undefined, inspections, ...standingOf(inspections) }
}

/** VS-8: work that must be checked isn't finished before. @throws DomainError conflict `inspectionsMissing` */
export async function refuseUninspected(tx: Tx, visit: Visit): Promise<void> {
  const { asked, next } = await threeChecksOf(tx, visit)
  if (asked && next !== null) throw refused('inspectionsMissing')
}
