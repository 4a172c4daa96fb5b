import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { Actor } from './actor.ts'

/** What a verb needs to know about the world: who asks, in which language, when, and the database. */
export interface Ctx<A extends Actor = Actor> {
  actor: A
  locale: Locale
  now(): Date
  db: Db
}

/** A context inside a transaction; a verb that takes one must be given one. */
export interface Tx extends Ctx {
  transaction: true
}

const retryable = new Set(['40001', '40P01'])

/**
 * Runs `work` in one transaction. A deadlock or a serialization failure is tried again, up to three times,
 * so it never reaches a person; `work` must do nothing outside the database.
 */
export async function inTransaction<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.transaction((db) => work({ ...ctx, db: db, transaction: true }))
    } catch (error) {
      if (attempt === 3 || !retryable.has(databaseErrorCode(error) ?? '')) throw error
    }
  }
}

/** Reads as of one moment: what one query sees the next sees too, whatever is written meanwhile. */
export const atOneMoment = <A extends Actor, T>(
  ctx: Ctx<A>,
  read: (ctx: Ctx<A>) => Promise<T>,
): Promise<T> =>
  ctx.db.transaction((db) => read({ ...ctx, db }), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })

/** The five-character SQLSTATE of a database error, however it is wrapped. */
export function databaseErrorCode(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code } = e as { code?: unknown }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return undefined
}

/** Puts a job in the queue, in the transaction that causes it. `key` makes a later one replace a waiting one. */
export async function enqueue(
  tx: Tx,
  kind: JobKind,
  payload: Record<string, string | number>,
  { key, runAt }: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await tx.db.execute(
    sql`select enqueue_job(${kind}, ${JSON.stringify(payload)}::json, ${key ?? null}, ${runAt?.toISOString() ?? null}::timestamptz)`,
  )
}

/** One thin handler each, in `app/jobs/`. */
export const jobKinds = [
  'send-message',
  'fetch-mail',
  'remind-visit',
  'make-windows',
  'plan-day',
  'settle-promises',
  'escalate-overdue',
  'rewind-clocks',
  'recount-contacts',
  'roll-up-tallies',
  'draw-inspections',
  'index-words',
  'sweep-uploads',
  'sweep-sessions',
] as const
export type JobKind = (typeof jobKinds)[number]
