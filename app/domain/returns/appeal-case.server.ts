import { desc, eq } from 'drizzle-orm'
import { staffRoles } from '#db/schema/accounts.ts'
import { returnApprovals, returnCases, returnDecisions } from '#db/schema/returns.ts'
import { type DecisionLevel, levelAbove } from '#db/vocabulary/returns.ts'
import {
  findTicketById,
  recordEvent,
  reopen,
  saidWith,
  sayAsCustomer,
} from '#app/domain/tickets/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import type { AppealForm } from './appeal-form.ts'
import { higherLevel, levelOf } from './costs.ts'
import { type Case, holdCaseOfTicket } from './find-case.server.ts'
import { moveCase } from './move-case.server.ts'
import { tellAppeal } from './tell-approvers.server.ts'

/**
 * RX-3: the customer disagrees, once, while the time for it runs; whoever is a level above decides again. What the
 * decision set going rests where it is until then, and its ticket is open again; a next one that waits for its signature
 * is set aside, for it was made without knowing. The same form sent twice is one.
 * @throws DomainError not_found without a decision; conflict `appealedBefore`, `appealOver`, `caseNotInState`
 */
export async function appealCase(
  ctx: Ctx<CustomerActor>,
  { words, submissionKey }: AppealForm,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    if ((await saidWith(tx, submissionKey)) !== null) return
    const one = await lastCaseOf(tx, ticket.id)
    if (one.appealedAt !== null) throw refused('appealedBefore')
    const { standsSince, level } = await standing(tx, one)
    const { appealDays, decideHours } = await currentSettings(tx)
    if (tx.now() > appealUntil(standsSince, appealDays)) throw refused('appealOver')
    await moveCase(tx, one, 'appealed', {
      level: levelAbove[level],
      appealedAt: tx.now(),
      appealWords: words,
      closedAt: null,
      pendingId: null,
      dueAt: addHours(tx.now(), decideHours),
    })
    if (ticket.status === 'resolved' || ticket.status === 'closed') await reopen(tx, ticket, words)
    await sayAsCustomer(tx, ticket, { body: words, submissionKey })
    await recordEvent(tx, ticket, 'return_appealed', { case: one.number, note: words })
    await tellAppeal(tx, { case: one, ticket }, { level: levelAbove[level], said: words })
  })
}

/** Until when a customer may disagree with what they were told. */
export const appealUntil = (standsSince: Date, appealDays: number): Date =>
  addHours(standsSince, appealDays * 24)

async function lastCaseOf(tx: Tx, ticketId: number): Promise<Case> {
  const [last] = await tx.db
    .select({ id: returnCases.id })
    .from(returnCases)
    .where(eq(returnCases.ticketId, ticketId))
    .orderBy(desc(returnCases.id))
    .limit(1)
  if (!last) throw notFound()
  return holdCaseOfTicket(tx, last.id)
}

/** Since when the decision in force stands, and the level of whoever let it. */
async function standing(
  tx: Tx,
  { decisionId }: Case,
): Promise<{ standsSince: Date; level: DecisionLevel }> {
  if (decisionId === null) throw refused('caseNotInState')
  const [decision] = await tx.db
    .select({
      at: returnDecisions.at,
      by: returnDecisions.by,
      needs: returnDecisions.needs,
      approvedAt: returnApprovals.at,
      approvedBy: returnApprovals.by,
    })
    .from(returnDecisions)
    .leftJoin(returnApprovals, eq(returnApprovals.decisionId, returnDecisions.id))
    .where(eq(returnDecisions.id, decisionId))
  const { at, by, needs, approvedAt, approvedBy } = decision!
  const roles = await tx.db
    .select({ role: staffRoles.role })
    .from(staffRoles)
    .where(eq(staffRoles.staffId, approvedBy ?? by))
  return {
    standsSince: approvedAt ?? at,
    level: higherLevel(needs, levelOf(roles.map(({ role }) => role))),
  }
}
