import { sql, type SQL } from 'drizzle-orm'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { writeCustomerWords } from './refresh-customer-words.server.ts'
import { writeWords } from './refresh-words.server.ts'

const atOnce = 200

/**
 * Gives words to every ticket and customer that has none: rows from before there were any, or written past the verbs.
 * In batches, each in a transaction of its own; beginning again finds what is left.
 */
export async function indexWords(ctx: Ctx, signal?: AbortSignal): Promise<void> {
  await inBatches(
    ctx,
    (after) => sql`select id from tickets t where id > ${after} and merged_into_id is null
      and not exists (select from ticket_words w where w.ticket_id = t.id)
      order by id limit ${atOnce} for no key update`,
    (tx, ids) => writeWords(tx, ids, { lacking: true }),
    signal,
  )
  await inBatches(
    ctx,
    (after) => sql`select id from customers where id > ${after} and words = ''::tsvector
      and merged_into_id is null and erased_at is null
      order by id limit ${atOnce} for no key update`,
    writeCustomerWords,
    signal,
  )
}

async function inBatches(
  ctx: Ctx,
  lacking: (after: number) => SQL,
  write: typeof writeCustomerWords,
  signal?: AbortSignal,
): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined && !signal?.aborted;) {
    const from: number = after
    after = await inTransaction(ctx, async (tx) => {
      const rows = (await tx.db.execute(lacking(from))) as unknown as { id: string }[]
      await write(
        tx,
        rows.map(({ id }) => Number(id)),
      )
      return rows.length === 0 ? undefined : Number(rows.at(-1)!.id)
    })
  }
}
