import { sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { erasedWords } from '#db/vocabulary/customers.ts'

/** Nothing where there are words, `null` where there are none. */
export const emptied = (column: AnyPgColumn) =>
  sql`case when ${column} is null then null else ${erasedWords} end`
