import { bigint, customType, timestamp } from 'drizzle-orm/pg-core'

/** An instant, always `timestamptz`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A row's own key: a bigint the database hands out. */
export const identity = () =>
  bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()

/** A key of another table's row. */
export const reference = (name: string) => bigint(name, { mode: 'number' })

/** What a row can be found by, as the text of a `tsvector`; `domain/search` writes it. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
