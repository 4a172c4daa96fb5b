import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '#app/platform/context.server.ts'

/** How much further than expected a walk goes before it gives up. */
const patience = 3

interface Ways {
  table: 'ticket_words' | 'customers'
  /** The text of a `tsquery`. */
  query: string
  /** How many rows are wanted. */
  limit: number
  /** Walks the table from its newest row on: all of it, or so many rows. */
  walk: (steps: number | null) => SQL
  /** Reads the list of the words' rows. */
  list: SQL
  /** Where a filter goes with the words: which rows pass it, and how those with the words are read from them. */
  filter?: { passing: SQL; list: SQL } | undefined
}

/**
 * Finds rows by their words in the cheaper of two ways. A rare word is read from its own list; a frequent one is met
 * soon by walking from the newest row on, while its list would be most of the table. How frequent it is the planner
 * knows from its statistics; where they are wrong the walk ends, and the list is read. With a filter, the shorter of
 * the two lists is read. No table is read in between: a search that isn't sure would rather do that.
 */
export async function walkOrList<Row>(
  ctx: Ctx,
  { table, query, limit, walk, list, filter }: Ways,
): Promise<Row[]> {
  return ctx.db.transaction(
    async (db) => {
      const read = async <T>(text: SQL) => (await db.execute(text)) as unknown as T[]
      await read(sql`set local enable_seqscan = off`)
      const planned = async (rows: SQL) => {
        const [plan] = await read<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
          sql`explain (format json) ${rows}`,
        )
        return Math.max(1, plan!['QUERY PLAN'][0].Plan['Plan Rows'])
      }
      const [size] = await read<{ rows: number }>(
        sql`select reltuples as rows from pg_class where oid = ${table}::regclass`,
      )
      const name = sql.identifier(table)
      const matching = await planned(sql`select from ${name} where words @@ ${query}::tsquery`)
      const passing = filter ? await planned(filter.passing) : Infinity
      const total = Math.max(matching, Number(size!.rows))
      const found = matching * Math.min(1, passing / total)
      const steps = Math.ceil((patience * limit * total) / found)
      // Reading a list costs as much as it is long.
      if (steps < Math.min(matching, passing)) {
        const all = steps >= total
        const walked = await read<Row>(walk(all ? null : steps))
        if (walked.length >= limit || all) return walked
      }
      if (filter && passing < matching) return read<Row>(filter.list)
      return read<Row>(list)
    },
    { accessMode: 'read only' },
  )
}
