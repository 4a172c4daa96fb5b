import type postgres from 'postgres'
import type { Db } from '#db/client.server.ts'
import { signedRecords } from '#db/schema/visits.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { appendSignedRecord } from '#app/domain/work/index.server.ts'
import { recordHash } from '#app/domain/work/signed-record.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { at } from '#test/domain/visits/scene.ts'

export type Entry = typeof signedRecords.$inferSelect

/** How many corrections each visit's record has, in the order in which the visits were signed. */
const corrections = [0, 2, 1, 0, 1]

/** Signed visits and their corrections, woven into one chain. @returns the visits' keys */
export async function aChain(db: Db, ctx: Ctx): Promise<number[]> {
  const crew = await aCrew(db)
  const ticket = await aTicket(db, { status: 'resolved' })
  const add = (visit: { id: number }, kind: Entry['kind'], minute: number) =>
    inTransaction(ctx, async (tx) => {
      const record = await appendSignedRecord(tx, {
        kind,
        visitId: visit.id,
        content: { visit: visit.id, workDone: '换上铰链，三扇门调平', checks: [true, false] },
        signerName: kind === 'work' ? '林晓岚' : '客服陈静',
        signedAt: new Date(at('09:00').getTime() + minute * 60_000),
      })
      const said = { seq: record.seq, hash: record.hash }
      const event = kind === 'work' ? 'work_signed' : 'record_corrected'
      await recordEvent(tx, ticket, event, said, visit)
    })
  const visits: { id: number }[] = []
  for (const day of corrections.keys()) {
    const visit = await aConfirmedVisit(db, {
      ticketId: ticket.id,
      crewId: crew.id,
      status: 'finished',
      workDone: '好了',
      plannedStart: at('08:00', day),
      plannedEnd: at('09:00', day),
    })
    visits.push(visit)
    await add(visit, 'work', day)
  }
  for (const round of [1, 2]) {
    for (const [i, visit] of visits.entries()) {
      if (corrections[i]! >= round) await add(visit, 'correction', 10 * round + i)
    }
  }
  return visits.map(({ id }) => id)
}

export const entriesIn = (db: Db) => db.select().from(signedRecords).orderBy(signedRecords.seq)

/** Lets the owner of the database do as they please, looks, and puts everything back. */
export async function tampered<T>(
  { db, owner }: { db: Db; owner: postgres.Sql },
  change: (owner: postgres.Sql) => Promise<unknown>,
  look: () => Promise<T>,
): Promise<T> {
  const before = await entriesIn(db)
  try {
    await change(owner)
    return await look()
  } finally {
    await owner`truncate signed_records`
    await db.insert(signedRecords).values(before)
  }
}

/** What somebody with the whole code would do: entries numbered, tied and hashed anew, one after the other. */
export function forged(entries: readonly Omit<Entry, 'seq' | 'previousHash' | 'hash'>[]): Entry[] {
  const chain: Entry[] = []
  for (const entry of entries) {
    const previousHash = chain.at(-1)?.hash ?? '0'.repeat(64)
    const whole = { ...entry, seq: chain.length + 1, previousHash }
    chain.push({ ...whole, hash: recordHash(whole) })
  }
  return chain
}
