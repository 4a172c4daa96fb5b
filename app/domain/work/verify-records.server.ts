import { and, asc, eq, getTableColumns, gt, inArray, or, sql } from 'drizzle-orm'
import { ticketEvents } from '#db/schema/tickets.ts'
import { signedRecords, visits } from '#db/schema/visits.ts'
import { findVisit } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import {
  type Entry,
  type Fault,
  judgeEntry,
  judgeVisit,
  type Told,
} from './record-faults.server.ts'
import { firstPreviousHash } from './signed-record.server.ts'

export type Verification =
  | { state: 'unsigned' }
  | {
      state: 'valid'
      seq: number
      hash: string
      signedAt: Date
      signerName: string
      corrections: number
    }
  | { state: 'broken'; fault: Fault }

/** Recomputes what was signed of one visit and what was added to it, and their ties to the chain (VS-3). */
export async function verifyRecord(ctx: Ctx, visitId: number): Promise<Verification> {
  await findVisit(ctx, visitId)
  return (await checkRecords(ctx, visitId)).verdict
}

/** The same with the entries themselves, for a caller who may see the visit. */
export async function checkRecords(
  ctx: Ctx,
  visitId: number,
): Promise<{ verdict: Verification; entries: Entry[] }> {
  const entries = await ctx.db
    .select(stored)
    .from(signedRecords)
    .where(eq(signedRecords.visitId, visitId))
    .orderBy(asc(signedRecords.seq))
  const told = (await toldOf(ctx, [visitId])).get(visitId) ?? []
  const around = entries.length > 0 ? await neighboursOf(ctx, entries) : []
  const fault = judgeVisit(entries, told, around)
  const work = entries.find(({ kind }) => kind === 'work')
  if (fault) return { verdict: { state: 'broken', fault }, entries }
  if (!work) return { verdict: { state: 'unsigned' }, entries }
  const { seq, hash, signedAt, signerName } = work
  const corrections = entries.length - 1
  return {
    verdict: { state: 'valid', ...{ seq, hash, signedAt, signerName, corrections } },
    entries,
  }
}

const batch = 500

/** Recomputes the whole chain. An entry that is gone shows by its ticket's history and by its neighbours. */
export async function verifyRecords(
  ctx: Ctx,
): Promise<{ count: number; faults: { visitId: number; fault: Fault }[] }> {
  authorize(ctx.actor, 'visit:read')
  const faults: { visitId: number; fault: Fault }[] = []
  let last = { seq: 0, hash: firstPreviousHash }
  let after: number | undefined
  let count = 0
  for (;;) {
    const entries = await ctx.db
      .select(stored)
      .from(signedRecords)
      .where(after === undefined ? undefined : gt(signedRecords.seq, after))
      .orderBy(asc(signedRecords.seq))
      .limit(batch)
    const told = await toldOf(
      ctx,
      entries.map(({ visitId }) => visitId),
    )
    for (const entry of entries) {
      const linked = entry.seq === last.seq + 1 && entry.previousHash === last.hash
      const fault = judgeEntry(entry, told.get(entry.visitId) ?? [])
      if (fault) faults.push({ visitId: entry.visitId, fault })
      else if (!linked) faults.push({ visitId: entry.visitId, fault: 'unlinked' })
      last = entry
    }
    after = entries.at(-1)?.seq
    count += entries.length
    if (entries.length < batch) break
  }
  for (const visitId of await goneFrom(ctx)) faults.push({ visitId, fault: 'missing' })
  return { count, faults }
}

/** With whether its time is one that this product writes: finer ones would change unseen. */
const stored = {
  ...getTableColumns(signedRecords),
  exact: sql<boolean>`date_trunc('milliseconds', ${signedRecords.signedAt}) = ${signedRecords.signedAt}`,
  erased: sql<boolean>`signed_records.content = '{"erased":true}' and exists (
    select 1 from visits join tickets on tickets.id = visits.ticket_id
      join customers on customers.id = tickets.customer_id
    where visits.id = signed_records.visit_id and customers.erased_at is not null)`,
}

const toldKinds = ['work_signed', 'record_corrected'] as const

/** What the tickets' histories say was signed and added: IN-8, they are append only too. */
async function toldOf(ctx: Ctx, visitIds: number[]): Promise<Map<number, Told[]>> {
  if (visitIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      visitId: visits.id,
      kind: ticketEvents.kind,
      seq: sql<number | null>`(${ticketEvents.data}->>'seq')::float8`,
      hash: sql<string | null>`${ticketEvents.data}->>'hash'`,
    })
    .from(visits)
    .innerJoin(
      ticketEvents,
      and(eq(ticketEvents.ticketId, visits.ticketId), eq(ticketEvents.visitId, visits.id)),
    )
    .where(and(inArray(ticketEvents.kind, [...toldKinds]), inArray(visits.id, visitIds)))
  const told = new Map<number, Told[]>()
  for (const { visitId, kind, seq, hash } of rows) {
    const one = { kind: kind === 'work_signed' ? 'work' : 'correction', seq, hash } as const
    told.set(visitId, [...(told.get(visitId) ?? []), one])
  }
  return told
}

/** What stands right before and after each of a visit's entries, and what is the last of all. */
function neighboursOf(ctx: Ctx, entries: Entry[]) {
  const beside = entries.flatMap(({ seq }) => [seq - 1, seq, seq + 1])
  const last = sql`(select max(${signedRecords.seq}) from ${signedRecords})`
  return ctx.db
    .select({
      seq: signedRecords.seq,
      hash: signedRecords.hash,
      previousHash: signedRecords.previousHash,
      last: sql<boolean>`${signedRecords.seq} = ${last}`,
    })
    .from(signedRecords)
    .where(inArray(signedRecords.seq, beside))
}

async function goneFrom(ctx: Ctx): Promise<number[]> {
  const sameEntry = or(
    sql`${signedRecords.hash} = ${ticketEvents.data}->>'hash'`,
    sql`${signedRecords.seq} = (${ticketEvents.data}->>'seq')::float8`,
  )
  const rows = await ctx.db
    .selectDistinct({ visitId: ticketEvents.visitId })
    .from(ticketEvents)
    .leftJoin(signedRecords, and(eq(signedRecords.visitId, ticketEvents.visitId), sameEntry))
    .where(and(inArray(ticketEvents.kind, [...toldKinds]), sql`${signedRecords.seq} is null`))
  return rows.map(({ visitId }) => visitId!)
}
