import { asc, eq, sql } from 'drizzle-orm'
import { checklistItems } from '#db/schema/visits.ts'
import { type Skill, skills } from '#db/vocabulary/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import type { CheckWords } from './check-words.ts'

export const checklistSubject = (skill: Skill) => `checklist:${skill}`

export type Item = typeof checklistItems.$inferSelect
export interface CheckFacts extends CheckWords {
  /** From 1, among those in force; a retired one has none. */
  place: number | null
  active: boolean
}

export const readSkill = (value: string | undefined): Skill => {
  const skill = skills.find((one) => one === value)
  if (!skill) throw notFound()
  return skill
}

/** A service's checklist in its order, retired lines too. */
export const listChecks = (ctx: Ctx, skill: Skill): Promise<Item[]> =>
  ctx.db
    .select()
    .from(checklistItems)
    .where(eq(checklistItems.skill, skill))
    .orderBy(asc(checklistItems.position), asc(checklistItems.id))

/** How many lines each checklist has. */
export async function countChecks(
  ctx: Ctx,
): Promise<{ skill: Skill; lines: number; must: number }[]> {
  const rows = await ctx.db
    .select({
      skill: checklistItems.skill,
      lines: sql<number>`count(*)::int`,
      must: sql<number>`(count(*) filter (where ${checklistItems.must}))::int`,
    })
    .from(checklistItems)
    .where(eq(checklistItems.active, true))
    .groupBy(checklistItems.skill)
  return skills.map((skill) => ({
    skill,
    lines: rows.find((row) => row.skill === skill)?.lines ?? 0,
    must: rows.find((row) => row.skill === skill)?.must ?? 0,
  }))
}

/** @throws DomainError not_found */
export async function readCheck(ctx: Ctx, skill: Skill, id: number): Promise<CheckFacts> {
  return factsOf(await listChecks(ctx, skill), id)
}

/** @throws DomainError not_found */
export function factsOf(items: Item[], id: number): CheckFacts {
  const item = items.find((one) => one.id === id)
  if (!item) throw notFound()
  const at = inForce(items).indexOf(item)
  return { ...wordsOf(item), place: at === -1 ? null : at + 1, active: item.active }
}

export const inForce = (items: Item[]) => items.filter(({ active }) => active)

export const wordsOf = ({
  textZh,
  textEn,
  must,
  unit,
  lowest,
  highest,
}: CheckWords): CheckWords => ({
  textZh,
  textEn,
  must,
  unit,
  lowest,
  highest,
})
