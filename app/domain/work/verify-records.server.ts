import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { ticketEvents } from '#db/schema/tickets.ts'
import { signedRecords, visits } from '#db/schema/visits.ts'
import { findVisit } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { firstPreviousHash, recordHash, type SignedRecord } from './signed-record.server.ts'

/** What is wrong with a signed record: its own words, its place in the chain, or that it is gone. */
export type Fault = 'changed' | 'unlinked' | 'missing'

export type Verification =
  | { state: 'unsigned' }
  | { state: 'valid'; seq: number; hash: string; signedAt: Date; signerName: string }
  | { state: 'broken'; fault: Fault }

/** Recomputes one visit's record and its ties to its neighbours in the chain (VS-3). */
export async function verifyRecord(ctx: Ctx, visitId: number): Promise<Verification> {
  await findVisit(ctx, visitId)
  const [record] = await ctx.db
    .select()
    .from(signedRecords)
    .where(eq(signedRecords.visitId, visitId))
  const said = await hashesSaid(ctx, [visitId])
  if (!record) {
    return said.has(visitId) ? { state: 'broken', fault: 'missing' } : { state: 'unsigned' }
  }
  const around = await ctx.db
    .select()
    .from(signedRecords)
    .where(inArray(signedRecords.seq, [record.seq - 1, record.seq + 1]))
  const before = around.find(({ seq }) => seq < record.seq)
  const after = around.find(({ seq }) => seq > record.seq)
  if (isChanged(record, said)) return { state: 'broken', fault: 'changed' }
  const linked =
    record.previousHash === (record.seq === 1 ? firstPreviousHash : before?.hash) &&
    (after ? after.previousHash === record.hash : await isLast(ctx, record.seq))
  if (!linked) return { state: 'broken', fault: 'unlinked' }
  const { seq, hash, signedAt, signerName } = record
  return { state: 'valid', seq, hash, signedAt, signerName }
}

const batch = 500

/** Recomputes the whole chain. An entry that is gone shows by its neighbours, the last one by its ticket's history. */
export async function verifyRecords(
  ctx: Ctx,
): Promise<{ count: number; faults: { visitId: number; fault: Fault }[] }> {
  authorize(ctx.actor, 'visit:read')
  const faults: { visitId: number; fault: Fault }[] = []
  let last = { seq: 0, hash: firstPreviousHash }
  let count = 0
  for (;;) {
    const records = await ctx.db
      .select()
      .from(signedRecords)
      .where(gt(signedRecords.seq, last.seq))
      .orderBy(asc(signedRecords.seq))
      .limit(batch)
    const said = await hashesSaid(
      ctx,
      records.map(({ visitId }) => visitId),
    )
    for (const record of records) {
      const linked = record.seq === last.seq + 1 && record.previousHash === last.hash
      if (isChanged(record, said)) faults.push({ visitId: record.visitId, fault: 'changed' })
      else if (!linked) faults.push({ visitId: record.visitId, fault: 'unlinked' })
      last = record
    }
    count += records.length
    if (records.length < batch) break
  }
  const gone = await ctx.db
    .selectDistinct({ visitId: ticketEvents.visitId })
    .from(ticketEvents)
    .leftJoin(signedRecords, eq(signedRecords.visitId, ticketEvents.visitId))
    .where(and(eq(ticketEvents.kind, 'work_signed'), sql`${signedRecords.seq} is null`))
  for (const { visitId } of gone) faults.push({ visitId: visitId!, fault: 'missing' })
  return { count, faults }
}

function isChanged(record: SignedRecord, said: Map<number, string>): boolean {
  const told = said.get(record.visitId)
  return recordHash(record) !== record.hash || (told !== undefined && told !== record.hash)
}

/** The hash each record had when it was signed, as the ticket's history tells it. */
async function hashesSaid(ctx: Ctx, visitIds: number[]): Promise<Map<number, string>> {
  if (visitIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      visitId: ticketEvents.visitId,
      hash: sql<string | null>`${ticketEvents.data}->>'hash'`,
    })
    .from(visits)
    .innerJoin(
      ticketEvents,
      and(eq(ticketEvents.ticketId, visits.ticketId), eq(ticketEvents.visitId, visits.id)),
    )
    .where(and(eq(ticketEvents.kind, 'work_signed'), inArray(visits.id, visitIds)))
  return new Map(rows.flatMap(({ visitId, hash }) => (visitId && hash ? [[visitId, hash]] : [])))
}

async function isLast(ctx: Ctx, seq: number): Promise<boolean> {
  const [later] = await ctx.db
    .select({ seq: signedRecords.seq })
    .from(signedRecords)
    .where(gt(signedRecords.seq, seq))
    .limit(1)
  return later === undefined
}
