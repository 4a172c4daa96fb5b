import { eq, sql } from 'drizzle-orm'
import { checklistItems } from '#db/schema/visits.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { type CheckWords, sayCheck } from './check-words.ts'
import type { CheckForm } from './checklist-form.ts'
import {
  type CheckFacts,
  checklistSubject,
  factsOf,
  inForce,
  type Item,
  listChecks,
  wordsOf,
} from './checklist.server.ts'
import { fieldChanges } from './field-changes.ts'
import { placed } from './place-field.ts'

/**
 * Adds a line to a checklist (VS-1); the same form twice is one line.
 * @throws DomainError conflict `checkThere`
 */
export async function addCheck(ctx: Ctx, skill: Skill, form: CheckForm): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  await inTransaction(ctx, async (tx) => {
    const items = await lockChecks(tx, skill)
    const words = wordsOf(form)
    if (items.some((item) => item.active && stampOf(wordsOf(item)) === stampOf(words))) return
    refuseTwice(items, words)
    await insertAt(tx, skill, items, words, form.place)
    await audit(tx, skill, null, words)
  })
}

/**
 * Changes a line. What visits recorded keeps the words it was recorded by: other words or another reading are a new
 * line, and the old one is retired.
 * @throws DomainError conflict `supplyChanged`, `checkThere`
 */
export async function changeCheck(
  ctx: Ctx,
  skill: Skill,
  id: number,
  form: CheckForm,
): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  await inTransaction(ctx, async (tx) => {
    const items = await lockChecks(tx, skill)
    const before = factsOf(items, id)
    const item = items.find((one) => one.id === id)!
    const words = wordsOf(form)
    const others = items.filter((one) => one !== item)
    if (done(items, before, words, form)) return
    if (stampOf(before) !== form.seen) throw refused('supplyChanged')
    if (!form.active) {
      await tx.db.update(checklistItems).set({ active: false }).where(eq(checklistItems.id, id))
      return audit(tx, skill, wordsOf(item), null)
    }
    refuseTwice(others, words)
    if (stampOf(asked(words)) === stampOf(asked(item))) {
      const { must } = words
      await tx.db
        .update(checklistItems)
        .set({ must, active: true })
        .where(eq(checklistItems.id, id))
      await order(tx, placed(inForce(others), item, form.place))
    } else {
      await tx.db.update(checklistItems).set({ active: false }).where(eq(checklistItems.id, id))
      await insertAt(tx, skill, others, words, form.place)
    }
    const stands = Math.min(form.place, inForce(others).length + 1)
    if (before.place === null) await audit(tx, skill, null, words)
    else await audit(tx, skill, wordsOf(item), words, [before.place, stands])
  })
}

/** Whether all of it stands as the form says: it was sent before. */
function done(items: Item[], before: CheckFacts, words: CheckWords, form: CheckForm): boolean {
  if (!form.active) return !before.active
  const same = inForce(items).findIndex((one) => stampOf(wordsOf(one)) === stampOf(words))
  return same !== -1 && same + 1 === Math.min(form.place, inForce(items).length)
}

/** The whole list is changed by one at a time, also when it has no line yet. */
async function lockChecks(tx: Tx, skill: Skill): Promise<Item[]> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${checklistSubject(skill)}))`)
  return listChecks(tx, skill)
}

async function insertAt(tx: Tx, skill: Skill, items: Item[], words: CheckWords, place: number) {
  const [made] = await tx.db
    .insert(checklistItems)
    .values({ skill, position: 0, ...words })
    .returning()
  await order(tx, placed([...inForce(items), made!], made!, place))
}

/** Retired lines keep their position: on old visits they stand about where they stood. */
async function order(tx: Tx, items: Item[]): Promise<void> {
  for (const [i, item] of items.entries()) {
    if (item.position === i + 1) continue
    await tx.db
      .update(checklistItems)
      .set({ position: i + 1 })
      .where(eq(checklistItems.id, item.id))
  }
}

function refuseTwice(items: Item[], { textZh, textEn }: CheckWords): void {
  const same = (item: Item) => item.textZh === textZh || item.textEn === textEn
  if (inForce(items).some(same)) throw refused('checkThere')
}

/** What a crew was asked; whether it had to answer is beside it. */
const asked = ({ textZh, textEn, unit, lowest, highest }: CheckWords) => ({
  textZh,
  textEn,
  unit,
  lowest,
  highest,
})

async function audit(
  tx: Tx,
  skill: Skill,
  from: CheckWords | null,
  to: CheckWords | null,
  moved: [number, number] | null = null,
): Promise<void> {
  const line = (place: number) => to && `${place}. ${sayCheck(to)}`
  await recordAudit(tx, 'checklist_changed', checklistSubject(skill), {
    ...fieldChanges({ item: from && sayCheck(from) }, { item: to && sayCheck(to) }),
    ...(moved && moved[0] !== moved[1] ? { line: [line(moved[0]), line(moved[1])] } : {}),
  })
}
