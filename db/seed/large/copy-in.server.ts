import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Sql } from 'postgres'

/** A row with its own key. */
export type Keyed<T extends PgTable> = T['$inferInsert'] & { id: number }

const bytesAtOnce = 1 << 18

/** Streams rows into a table, as fast as it takes them; each has the columns of the first. @returns how many */
export async function copyIn<T extends PgTable>(
  sql: Sql,
  table: T,
  rows: Iterable<T['$inferInsert'] | Keyed<T>>,
): Promise<number> {
  const iterator = rows[Symbol.iterator]()
  const first = iterator.next()
  if (first.done) return 0
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first.value)
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
  const query = sql.unsafe(`copy "${getTableName(table)}" (${names}) from stdin`)
  // An error that comes after the last row was sent would be nobody's: the driver has resolved the query by then.
  const refused = new Promise<never>((_, reject) => {
    void Object.assign(query, { reject })
  })
  const target = await query.writable()
  let count = 0
  const line = (row: Record<string, unknown>) =>
    columns
      .map(([key, column]) => {
        const value = row[key]
        return value === null || value === undefined
          ? '\\N'
          : escaped(String(column.mapToDriverValue(value)))
      })
      .join('\t') + '\n'
  function* text() {
    let buffer = ''
    for (let next = first; !next.done; next = iterator.next()) {
      buffer += line(next.value)
      count++
      if (buffer.length < bytesAtOnce) continue
      yield Buffer.from(buffer)
      buffer = ''
    }
    if (buffer) yield Buffer.from(buffer)
  }
  target.on('error', () => {})
  await Promise.race([pipeline(Readable.from(text()), target), refused])
  return count
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (value: string) => value.replace(/[\\\t\n\r]/g, (character) => escapes[character]!)
