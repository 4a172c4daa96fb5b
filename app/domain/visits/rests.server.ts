import { sql } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import { visitPauses } from '#db/schema/work.ts'

/** When the work of a visit rested, from and to; `null` while it does (VS-2). */
export type Rest = [from: Date, to: Date | null]

const milliseconds = (column: typeof visitPauses.pausedAt | typeof visitPauses.resumedAt) =>
  sql`extract(epoch from ${column}) * 1000`

/** As a column of a query over visits. */
export const restsOfVisit = sql<Rest[]>`(
  select coalesce(json_agg(json_build_array(${milliseconds(visitPauses.pausedAt)}, ${milliseconds(visitPauses.resumedAt)}) order by ${visitPauses.id}), '[]')
  from ${visitPauses} where ${visitPauses.visitId} = ${visits.id})`.mapWith(
  (rows: [number, number | null][]): Rest[] =>
    rows.map(([from, to]) => [new Date(from), to === null ? null : new Date(to)]),
)
