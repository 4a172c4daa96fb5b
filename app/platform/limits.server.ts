import { sql } from 'drizzle-orm'
import type { Ctx } from './context.server.ts'
import { hashToken } from './tokens.server.ts'

export interface Limit {
  name: string
  attempts: number
  seconds: number
}

/**
 * Counts one attempt under a key, in the database, so that the limit holds across processes (Q-17).
 * @returns seconds to wait; 0 when the attempt is within the limit
 */
export async function countAttempt(ctx: Ctx, limit: Limit, subject: string): Promise<number> {
  const key = `${limit.name}:${hashToken(subject)}`
  const now = ctx.now().toISOString()
  const rows = await ctx.db.execute<{ count: string; resets_at: string }>(sql`
    insert into rate_limits as r (key, count, resets_at)
    values (${key}, 1, ${now}::timestamptz + make_interval(secs => ${limit.seconds}))
    on conflict (key) do update set
      count = case when r.resets_at <= ${now}::timestamptz then 1 else r.count + 1 end,
      resets_at = case when r.resets_at <= ${now}::timestamptz then excluded.resets_at else r.resets_at end
    returning count, resets_at`)
  const row = rows[0]
  if (!row || Number(row.count) <= limit.attempts) return 0
  return Math.max(1, Math.ceil((new Date(row.resets_at).getTime() - ctx.now().getTime()) / 1000))
}

/** The same without counting. @returns seconds to wait; 0 while one more is within the limit */
export async function secondsToWait(ctx: Ctx, limit: Limit, subject: string): Promise<number> {
  const rows = await ctx.db.execute<{ resets_at: string }>(sql`
    select resets_at from rate_limits where key = ${`${limit.name}:${hashToken(subject)}`}
    and count >= ${limit.attempts} and resets_at > ${ctx.now().toISOString()}::timestamptz`)
  const row = rows[0]
  if (!row) return 0
  return Math.max(1, Math.ceil((new Date(row.resets_at).getTime() - ctx.now().getTime()) / 1000))
}

/** Forgets the attempts under a key, as after a success. */
export async function forgetAttempts(ctx: Ctx, limit: Limit, subject: string): Promise<void> {
  await ctx.db.execute(
    sql`delete from rate_limits where key = ${`${limit.name}:${hashToken(subject)}`}`,
  )
}
