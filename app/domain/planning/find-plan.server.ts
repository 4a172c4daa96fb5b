import { and, desc, eq, inArray, lt, notInArray, or, type SQL } from 'drizzle-orm'
import { dayPlans } from '#db/schema/planning.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'

export type DayPlan = typeof dayPlans.$inferSelect

/** Whoever works on a plan gives a sign of life far more often. */
const silence = 15_000
/** The queue may have other work first. */
const patience = 60_000

/** Nobody works on it any more, or nobody will: it may be started again. */
export function isDead({ status, beatAt }: Pick<DayPlan, 'status' | 'beatAt'>, now: Date): boolean {
  const quiet = now.getTime() - beatAt.getTime()
  return (status === 'running' && quiet > silence) || (status === 'waiting' && quiet > patience)
}

/** The same as a condition. */
export const dead = (now: Date): SQL =>
  or(
    and(eq(dayPlans.status, 'running'), lt(dayPlans.beatAt, new Date(now.getTime() - silence))),
    and(eq(dayPlans.status, 'waiting'), lt(dayPlans.beatAt, new Date(now.getTime() - patience))),
  )!

/** A plan's key as an address carries it. @throws DomainError not_found */
export function readPlanId(value: string | undefined): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value ?? '')) throw notFound()
  return value!
}

/** @throws DomainError not_found */
export async function findPlan(ctx: Ctx, id: string): Promise<DayPlan> {
  const [plan] = await ctx.db.select().from(dayPlans).where(eq(dayPlans.id, id))
  if (!plan) throw notFound()
  return plan
}

/** Holds a plan until the transaction ends; after the days it is about. @throws DomainError not_found */
export async function lockPlan(tx: Tx, id: string): Promise<DayPlan> {
  const [plan] = await tx.db.select().from(dayPlans).where(eq(dayPlans.id, id)).for('update')
  if (!plan) throw notFound()
  return plan
}

/** The plan of a day that nobody has decided on yet: a start puts aside what was there before. */
export async function openPlan(ctx: Ctx, day: string): Promise<DayPlan | undefined> {
  const [plan] = await ctx.db
    .select()
    .from(dayPlans)
    .where(and(eq(dayPlans.day, day), notInArray(dayPlans.status, ['accepted', 'dismissed'])))
    .orderBy(desc(dayPlans.askedAt))
    .limit(1)
  return plan
}

export const atWork = (day: string): SQL =>
  and(eq(dayPlans.day, day), inArray(dayPlans.status, ['waiting', 'running']))!
