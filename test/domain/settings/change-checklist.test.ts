import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { checklistItems } from '#db/schema/visits.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import { addCheck, changeCheck } from '#app/domain/settings/change-checklist.server.ts'
import {
  checklistSubject,
  countChecks,
  listChecks,
  readCheck,
} from '#app/domain/settings/checklist.server.ts'
import { readCheckWords, sayCheck } from '#app/domain/settings/check-words.ts'
import { CheckForm } from '#app/domain/settings/checklist-form.ts'
import { recordChecks } from '#app/domain/work/index.server.ts'
import { checksOfVisit } from '#app/domain/work/record-checks.server.ts'
import { RecordChecksForm } from '#app/domain/work/record-checks-form.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { serial } from '#test/factories/serial.ts'
import { testDatabase } from '#test/setup/database.ts'
import { atHome } from '#test/domain/work/home.ts'
import { as, auditOf, forbidden, rolesWithout, stale } from './scene.ts'

const database = testDatabase()
const manager = () => as(database.db, 'aftersales_manager')
const skill: Skill = 'survey'

const typed = (facts: Partial<Record<keyof CheckForm, string>> = {}) => {
  const n = serial()
  return CheckForm.parse({
    textZh: `穿鞋套${n}`,
    textEn: `Shoe covers on ${n}`,
    must: 'yes',
    place: '99',
    active: 'yes',
    ...facts,
  })
}

const inForce = async () =>
  (await listChecks(await manager(), skill)).filter(({ active }) => active)

async function aCheck(facts: Parameters<typeof typed>[0] = {}) {
  const ctx = await manager()
  const form = typed(facts)
  await addCheck(ctx, skill, form)
  const id = (await inForce()).find(({ textZh }) => textZh === form.textZh)!.id
  return { ctx, id, form }
}

/** The form as the page would fill it now, with what somebody changed. */
async function formOf(id: number, changes: Partial<CheckForm> = {}): Promise<CheckForm> {
  const facts = await readCheck(await manager(), skill, id)
  return { ...facts, place: facts.place ?? 1, seen: stampOf(facts), ...changes }
}

describe('VS-1 a line of a checklist', () => {
  test('is added at its place, once however often it is sent, and the log says who', async () => {
    const { ctx, form } = await aCheck()
    await addCheck(ctx, skill, form)
    const first = typed({ place: '1', unit: 'mm', lowest: '1', highest: '2.5' })
    await addCheck(ctx, skill, first)
    const lines = await inForce()
    expect(lines[0]).toMatchObject({ textZh: first.textZh, unit: 'mm', lowest: 1, highest: 2.5 })
    expect(lines.filter(({ textZh }) => textZh === form.textZh)).toHaveLength(1)
    expect(lines.map(({ position }) => position)).toEqual(lines.map((_, i) => i + 1))
    const log = await auditOf(database.db, checklistSubject(skill))
    expect(log.at(-1)).toEqual({
      action: 'checklist_changed',
      by: ctx.actor.id,
      data: { item: [null, `${first.textZh} / ${first.textEn} | must | 1..2.5 mm`] },
    })
    expect((await countChecks(ctx)).find((one) => one.skill === skill)?.lines).toBe(lines.length)
  })

  test('stands on a list once', async () => {
    const { ctx, form } = await aCheck()
    await expect(addCheck(ctx, skill, { ...form, must: false })).rejects.toMatchObject({
      code: 'checkThere',
    })
  })

  test('said in other words it is a new one: what a visit recorded keeps the words it was recorded by', async () => {
    const { ctx, id, form } = await aCheck()
    const home = await atHome(database.db, 'working', { visit: { skill } })
    const record = RecordChecksForm.parse({ shown: [id], done: [id] })
    await recordChecks(home.ctx, home.visit.id, record)
    const place = (await readCheck(ctx, skill, id)).place
    const changed = await formOf(id, { textEn: `${form.textEn}, both feet` })
    await changeCheck(ctx, skill, id, changed)
    await changeCheck(ctx, skill, id, changed)

    const checks = await checksOfVisit(home.ctx, home.visit)
    expect(checks.find((one) => one.id === id)).toMatchObject({ textEn: form.textEn, done: true })
    const fresh = checks.filter(({ textEn }) => textEn === changed.textEn)
    expect(fresh).toHaveLength(1)
    expect(fresh[0]).toMatchObject({ done: false, must: true })
    expect((await readCheck(ctx, skill, fresh[0]!.id)).place).toBe(place)
    expect(await readCheck(ctx, skill, id)).toMatchObject({ active: false, place: null })
  })

  test('is moved or made optional as it is, and asked again after it was retired', async () => {
    const { ctx, id } = await aCheck()
    await changeCheck(ctx, skill, id, await formOf(id, { place: 1, must: false }))
    expect(await readCheck(ctx, skill, id)).toMatchObject({ place: 1, must: false })
    expect((await inForce())[0]!.id).toBe(id)
    await changeCheck(ctx, skill, id, await formOf(id, { active: false }))
    expect((await inForce()).map((one) => one.id)).not.toContain(id)
    await changeCheck(ctx, skill, id, await formOf(id, { active: true, place: 1 }))
    expect(await readCheck(ctx, skill, id)).toMatchObject({ active: true, place: 1 })
    expect(
      await database.db.select().from(checklistItems).where(eq(checklistItems.id, id)),
    ).toHaveLength(1)
  })

  test('Q-6 of two who change it at once the later is told', async () => {
    const { ctx, id } = await aCheck()
    const [mine, theirs] = [await formOf(id, { must: false }), await formOf(id, { unit: '%' })]
    await changeCheck(ctx, skill, id, mine)
    await expect(changeCheck(await manager(), skill, id, theirs)).rejects.toMatchObject(stale)
  })

  test.each(rolesWithout('settings:manage'))('is no matter of a %s', async (role) => {
    const { id } = await aCheck()
    const ctx = await as(database.db, role)
    await expect(addCheck(ctx, skill, typed())).rejects.toMatchObject(forbidden)
    await expect(changeCheck(ctx, skill, id, await formOf(id))).rejects.toMatchObject(forbidden)
  })

  test('has limits of a reading alone, the lower below the upper', () => {
    const wrong = (facts: Record<string, string>) => {
      const result = CheckForm.safeParse({ textZh: '缝', textEn: 'Gap', place: '1', ...facts })
      return result.error?.issues.map(({ path, message }) => [path[0], message])
    }
    expect(wrong({ lowest: '1' })).toEqual([['unit', 'validation:unit']])
    expect(wrong({ unit: 'mm', lowest: '3', highest: '1' })).toEqual([
      ['highest', 'validation:limits'],
    ])
    expect(wrong({ unit: 'mm', lowest: 'one' })).toEqual([['lowest', 'validation:limit']])
    expect(wrong({ unit: 'mm', lowest: '-1,5', highest: '0' })).toBeUndefined()
  })

  test.each([
    [{ must: true, unit: 'mm', lowest: 1, highest: 3 }, '1..3 mm'],
    [{ must: false, unit: '℃', lowest: null, highest: 60 }, '..60 ℃'],
    [{ must: true, unit: null, lowest: null, highest: null }, null],
  ])('reads as it was said in the log: %j', (facts, reading) => {
    const said = sayCheck({ textZh: '缝隙', textEn: 'Gap', ...facts })
    expect(readCheckWords(said)).toEqual({ zh: '缝隙', en: 'Gap', must: facts.must, reading })
  })
})
