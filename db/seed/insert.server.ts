import { getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '#db/client.server.ts'

const rowsAtOnce = 400

/** Inserts rows that carry their own keys, in their order. */
export async function insertAll<T extends PgTable>(
  tx: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx
      .insert(table)
      .overridingSystemValue()
      .values(rows.slice(from, from + rowsAtOnce))
  }
}

/** Takes keys from a table's own sequence, so that rows may name each other before they are written. */
export async function takeIds(tx: Db, table: PgTable, count: number): Promise<number[]> {
  return numbers(
    await tx.execute(
      sql`select nextval(pg_get_serial_sequence(${getTableName(table)}, 'id')) as value
          from generate_series(1, ${count})`,
    ),
  )
}

export async function takeTicketSerials(tx: Db, count: number): Promise<number[]> {
  return numbers(
    await tx.execute(
      sql`select nextval('ticket_serial') as value from generate_series(1, ${count})`,
    ),
  )
}

/** Gives each row its key. */
export async function withIds<R extends object>(
  tx: Db,
  table: PgTable,
  rows: readonly R[],
): Promise<(R & { id: number })[]> {
  const ids = await takeIds(tx, table, rows.length)
  return rows.map((row, i) => ({ ...row, id: ids[i]! }))
}

const numbers = (rows: unknown) => Array.from(rows as { value: string }[], ({ value }) => +value)
