import { and, eq, inArray } from 'drizzle-orm'
import { returnCases, returnConsequences } from '#db/schema/returns.ts'
import { openCaseStatuses } from '#db/vocabulary/returns.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { changeConsequence } from './change-consequence.server.ts'

export type Consequence = typeof returnConsequences.$inferSelect

/** What a visit is made for, when a decision asked for it. */
export async function consequenceOfVisit(ctx: Ctx, visitId: number): Promise<Consequence | null> {
  const [row] = await ctx.db
    .select()
    .from(returnConsequences)
    .where(eq(returnConsequences.visitId, visitId))
  return row ?? null
}

/** RX-4: before which a visit comes in no window, while what it waits for isn't there. */
export async function gateOfVisit(ctx: Ctx, visitId: number): Promise<Date | null> {
  return (await consequenceOfVisit(ctx, visitId))?.notBefore ?? null
}

/** RX-4: a visit that came to nothing is to be booked again; nothing is lost with it. */
export async function reopenConsequenceOf(tx: Tx, visitId: number): Promise<void> {
  const consequence = await consequenceOfVisit(tx, visitId)
  if (consequence?.status !== 'going') return
  await changeConsequence(tx, consequence, 'open', {
    visitId: null,
    startedAt: null,
    startedBy: null,
  })
}

/** The open case of a ticket, which can't end before it. */
export async function caseOpenOf(
  ctx: Ctx,
  ticketId: number,
): Promise<{ id: number; number: string; status: (typeof openCaseStatuses)[number] } | null> {
  const [row] = await ctx.db
    .select({ id: returnCases.id, number: returnCases.number, status: returnCases.status })
    .from(returnCases)
    .where(
      and(eq(returnCases.ticketId, ticketId), inArray(returnCases.status, [...openCaseStatuses])),
    )
  return (row as { id: number; number: string; status: 'asked' } | undefined) ?? null
}
