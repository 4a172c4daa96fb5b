import { createHash } from 'node:crypto'
import { desc, sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { signedRecords } from '#db/schema/visits.ts'
import { canonicalJson } from './canonical-json.ts'

export type SignedRecord = typeof signedRecords.$inferSelect

/** What stands before the first entry of the chain. */
export const firstPreviousHash = '0'.repeat(64)

const chainLock = 7_052_602

/**
 * The hash of an entry: over all of it, the entry before included (VS-3). Work was signed before there were other
 * kinds, so that its hash names none; every other kind's does.
 */
export function recordHash(record: Omit<SignedRecord, 'hash'>): string {
  const { seq, kind, visitId, previousHash, signedAt, signerName, content } = record
  const entry = [seq, visitId, previousHash, signedAt.toISOString(), signerName, content]
  if (kind !== 'work') entry.push(kind)
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex')
}

/**
 * Adds what a customer signed, or what was put right afterwards, to the chain of records; must run inside a
 * transaction. Entries are added one at a time, so that each knows the one before it.
 */
export async function appendSignedRecord(
  { db }: { db: Db },
  record: {
    kind?: SignedRecord['kind']
    visitId: number
    content: object
    signerName: string
    signedAt: Date
  },
): Promise<SignedRecord> {
  await db.execute(sql`select pg_advisory_xact_lock(${chainLock})`)
  const [last] = await db
    .select({ seq: signedRecords.seq, hash: signedRecords.hash })
    .from(signedRecords)
    .orderBy(desc(signedRecords.seq))
    .limit(1)
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    kind: record.kind ?? 'work',
    visitId: record.visitId,
    content: canonicalJson(record.content),
    previousHash: last?.hash ?? firstPreviousHash,
    signedAt: record.signedAt,
    signerName: record.signerName,
  }
  const [added] = await db
    .insert(signedRecords)
    .values({ ...entry, hash: recordHash(entry) })
    .returning()
  return added!
}
