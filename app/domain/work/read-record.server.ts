import { and, eq, or, type SQL } from 'drizzle-orm'
import { attachments, tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import { ownVisits } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { readContent, readCorrection } from './record-content.ts'
import { checkRecords } from './verify-records.server.ts'

export type ReadRecord = Awaited<ReturnType<typeof readRecord>>

/**
 * What was signed of a visit and what was put right about it, from the entries themselves, with whether they still are
 * what was signed (VS-3). For its customer, for colleagues who may see its ticket, for its crew.
 * @throws DomainError not_found when it was never signed
 */
export async function readRecord(ctx: Ctx, visitId: number) {
  const [visit] = await ctx.db
    .select({ id: visits.id, number: tickets.number })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(and(eq(visits.id, visitId), readableBy(ctx)))
  if (!visit) throw notFound()
  const { verdict, entries } = await checkRecords(ctx, visitId)
  if (verdict.state === 'unsigned') throw notFound()
  const work = entries.find(({ kind }) => kind === 'work') ?? null
  return {
    visitId,
    number: visit.number,
    verdict,
    work: work && {
      seq: work.seq,
      hash: work.hash,
      content: readContent(work.content),
    },
    corrections: entries
      .filter(({ kind }) => kind === 'correction')
      .map(({ seq, content }) => ({ seq, said: readCorrection(content) })),
    pictures: await picturesOf(ctx, visitId),
  }
}

function readableBy({ actor }: Ctx): SQL | undefined {
  const visible = visibleTickets(actor)
  return actor.kind === 'staff' && visible ? or(visible, ownVisits(actor)) : visible
}

/** The visit's pictures by what is in them: a record names a picture by its SHA-256. */
async function picturesOf(ctx: Ctx, visitId: number): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ id: attachments.id, sha256: attachments.sha256 })
    .from(attachments)
    .where(eq(attachments.visitId, visitId))
  return new Map(rows.map(({ id, sha256 }) => [sha256, id]))
}
