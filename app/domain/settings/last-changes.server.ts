import { sql } from 'drizzle-orm'
import type { AuditAction } from '#db/vocabulary/audit.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'

/** What the audit log calls the changes of a setting: what was done, or what it was done to. */
export interface Recorded {
  actions?: readonly AuditAction[]
  subjects?: readonly string[]
}

export interface LastChange {
  at: string
  by: string | null
}

/** Who changed each of these last, and when; each is one step down an index. */
export async function lastChanges<K extends string>(
  ctx: Ctx,
  wanted: Partial<Record<K, Recorded>>,
): Promise<Partial<Record<K, LastChange>>> {
  authorize(ctx.actor, 'settings:manage')
  const settings = Object.entries(wanted) as [K, Recorded][]
  const actions = settings.flatMap(([, { actions = [] }]) => actions)
  const subjects = settings.flatMap(([, { subjects = [] }]) => subjects)
  const rows = (await ctx.db.execute(sql`
    select found.id::int8 as id, found.of, found.at, staff.name as by
    from (${latest('action', actions)} union all ${latest('subject', subjects)}) found
    left join staff on staff.id = found.actor_id
    order by found.id desc
  `)) as unknown as { id: string; of: string; at: Date | string; by: string | null }[]
  const result: Partial<Record<K, LastChange>> = {}
  for (const [key, { actions = [], subjects = [] }] of settings) {
    const of = [...actions, ...subjects]
    const last = rows.find((row) => of.includes(row.of))
    if (last) result[key] = { at: new Date(last.at).toISOString(), by: last.by }
  }
  return result
}

const latest = (column: 'action' | 'subject', values: readonly string[]) => {
  const given = sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )
  return sql`
    select entry.*, wanted.of
    from unnest(array[${given}]::text[]) as wanted(of)
    cross join lateral (
      select id, at, actor_id from audit_log
      where ${sql.identifier(column)} = wanted.of
      order by id desc limit 1
    ) entry`
}
