import { and, asc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { auditLog } from '#db/schema/accounts.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** When somebody was a member of a crew, half open; `null` is as long as is known. */
export interface CrewSpan {
  crewId: number
  from: Date | null
  to: Date | null
}

/** The crews of a colleague in the order they belonged to them: theirs now, and by the audit log those before. */
export async function crewSpans(
  ctx: Ctx,
  person: { id: string; crewId: number | null },
): Promise<CrewSpan[]> {
  const changed = sql<number | null>`(${auditLog.data}::json -> 'crewId' ->> 0)::bigint`
  const changes = await ctx.db
    .select({ at: auditLog.at, was: changed.mapWith((value) => Number(value)) })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subject, `staff:${person.id}`),
        eq(auditLog.action, 'person_changed'),
        sql`${auditLog.data}::json -> 'crewId' is not null`,
      ),
    )
    .orderBy(asc(auditLog.id))
  let from: Date | null = null
  const spans: CrewSpan[] = []
  for (const { at, was } of changes) {
    if (was !== null) spans.push({ crewId: was, from, to: at })
    from = at
  }
  if (person.crewId !== null) spans.push({ crewId: person.crewId, from, to: null })
  return spans
}

/** What these crews did while the colleague was with them. */
export function withCrew(
  spans: readonly CrewSpan[],
  { crewId, at }: { crewId: PgColumn; at: PgColumn },
): SQL {
  const each = spans.map((span) =>
    and(
      eq(crewId, span.crewId),
      span.from ? gte(at, span.from) : undefined,
      span.to ? lt(at, span.to) : undefined,
    ),
  )
  return or(...each) ?? sql`false`
}
