import { describe, expect, test } from 'vitest'
import { checklistItems } from '#db/schema/visits.ts'
import { finishVisit, recordChecks } from '#app/domain/work/index.server.ts'
import { checksOfVisit } from '#app/domain/work/record-checks.server.ts'
import { RecordChecksForm } from '#app/domain/work/record-checks-form.ts'
import { isOutside, readReading } from '#app/domain/work/reading.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at } from '#test/domain/visits/scene.ts'
import { atHome } from './home.ts'

const database = testDatabase()

const tick = 0
const gap = 1

/** A tick and a reading between 1 and 3 mm, both musts. */
async function atSurvey() {
  const items = await database.db
    .insert(checklistItems)
    .values([
      { skill: 'survey', position: 1, textZh: '穿鞋套', textEn: 'Shoe covers on', must: true },
      {
        skill: 'survey',
        position: 2,
        textZh: '缝隙',
        textEn: 'Gap',
        must: true,
        unit: 'mm',
        lowest: 1,
        highest: 3,
      },
    ])
    .returning()
  const home = await atHome(database.db, 'working', { visit: { skill: 'survey' } })
  const mate = await aColleague(database.db, 'crew', { crewId: home.visit.crewId })
  const ids = items.map(({ id }) => id)
  const check = async (index: number) =>
    (await checksOfVisit(home.ctx, home.visit)).find(({ id }) => id === ids[index])!
  return { ...home, mate, ids, check }
}

/** What a phone sends: the items it is about, the ticks, the readings. */
const sent = (shown: number[], done: number[], values: Record<number, string> = {}) =>
  RecordChecksForm.parse({
    shown,
    done,
    ...Object.fromEntries(Object.entries(values).map(([id, value]) => [`value-${id}`, value])),
  })

describe('VS-1 readings', () => {
  test('a reading is done when it has a number, kept whatever it is, and pointed out outside its limits', async () => {
    const { ctx, visit, ids, check } = await atSurvey()
    const id = ids[gap]!
    await recordChecks(ctx, visit.id, sent([id], [], { [id]: '2.5' }))
    expect(await check(gap)).toMatchObject({ done: true, value: 2.5, unit: 'mm' })
    expect(isOutside(await check(gap))).toBe(false)
    await recordChecks(ctx, visit.id, sent([id], [], { [id]: '7' }))
    expect(await check(gap)).toMatchObject({ done: true, value: 7 })
    expect(isOutside(await check(gap))).toBe(true)
    await recordChecks(ctx, visit.id, sent([id], [id], { [id]: '' }))
    expect(await check(gap)).toMatchObject({ done: false, value: null })
  })

  test('a tick takes no number, and a must-reading without one holds the visit up', async () => {
    const { ctx, visit, ids, check } = await atSurvey()
    const [first, second] = ids as [number, number]
    await recordChecks(ctx, visit.id, sent(ids, [first, second], { [first]: '4' }))
    expect(await check(tick)).toMatchObject({ done: true, value: null })
    expect(await check(gap)).toMatchObject({ done: false })
    const form = { workDone: '量好了', outcome: 'done' as const, needed: '' }
    await expect(finishVisit(ctx, visit.id, { ...form, reasons: new Map() })).rejects.toMatchObject(
      { code: 'checksMissing' },
    )
    const others = (await checksOfVisit(ctx, visit)).filter(({ done }) => !done)
    const reasons = new Map(others.map((item) => [item.id, '量不到']))
    await finishVisit(ctx, visit.id, { ...form, reasons })
    expect(await check(gap)).toMatchObject({ done: false, value: null, reason: '量不到' })
    await expect(
      recordChecks(ctx, visit.id, sent([second], [], { [second]: '2' })),
    ).rejects.toMatchObject({ code: 'visitFinished' })
  })

  test('VS-6 of two phones the later act counts, whichever is heard first', async () => {
    const { db } = database
    const { technician, mate, visit, ids, check } = await atSurvey()
    const id = ids[gap]!
    const early = asActor(db, technician, at('14:10'))
    const late = asActor(db, mate, at('14:20'))
    await recordChecks(late, visit.id, sent([id], [], { [id]: '2' }))
    await recordChecks(early, visit.id, sent([id], [], { [id]: '9' }))
    expect(await check(gap)).toMatchObject({ value: 2 })
    const tickId = ids[tick]!
    await recordChecks(asActor(db, technician, at('14:00')), visit.id, sent([tickId], [tickId]))
    await recordChecks(asActor(db, mate, at('14:30')), visit.id, sent([tickId], [tickId]))
    await recordChecks(asActor(db, technician, at('14:15')), visit.id, sent([tickId], []))
    expect(await check(tick)).toMatchObject({ done: true })
  })

  test('as people type it', () => {
    expect(['2', ' 2 ', '1,5', '０．８', '-3', '−3', '+4', ''].map(readReading)).toEqual([
      2,
      2,
      1.5,
      0.8,
      -3,
      -3,
      4,
      null,
    ])
    for (const wrong of ['two', '1e9', '1.2.3', '12345678', '--1', 'NaN', 'Infinity']) {
      expect(readReading(wrong)).toBeNaN()
    }
    const { error } = RecordChecksForm.safeParse({ shown: ['1'], 'value-1': 'wide' })
    expect(error?.issues).toEqual([
      expect.objectContaining({ path: ['value-1'], message: 'validation:reading' }),
    ])
  })

  test('another crew reads nothing', async () => {
    const { visit, ids } = await atSurvey()
    const stranger = asActor(database.db, await aColleague(database.db, 'crew'))
    await expect(
      recordChecks(stranger, visit.id, sent([ids[1]!], [], { [ids[1]!]: '2' })),
    ).rejects.toMatchObject({ kind: 'not_found' })
  })
})
