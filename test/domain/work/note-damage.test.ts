import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { visitDamages } from '#db/schema/work.ts'
import { addVisitPhotos, noteDamage } from '#app/domain/work/index.server.ts'
import { NoteDamageForm } from '#app/domain/work/note-damage-form.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { photo } from '#test/setup/photos.ts'
import { aBlankDrawing, aDrawing } from '#test/domain/visits/drawing.ts'
import { asActor, at, eventsOf } from '#test/domain/visits/scene.ts'
import { atHome, filesOf, signed } from './home.ts'

const database = testDatabase()
let keys = 0
const aForm = (facts: Partial<NoteDamageForm> = {}): NoteDamageForm => ({
  what: '玄关地板有一道划痕',
  acknowledgedBy: '',
  drawing: null,
  submissionKey: `damage-key-number-${(keys += 1)}-`.padEnd(32, 'x'),
  ...facts,
})

const damagesOf = (visitId: number) =>
  database.db.select().from(visitDamages).where(eq(visitDamages.visitId, visitId))

describe('VS-1 damage found before the work', () => {
  test.each(['confirmed', 'on_the_way', 'arrived', 'working'] as const)(
    'VS-1 is kept with who has seen it while the visit is %s',
    async (status) => {
      const { visit, ticket, technician, ctx } = await atHome(database.db, status)
      const form = aForm({ acknowledgedBy: '林晓岚' })
      await noteDamage(ctx, visit.id, form)
      expect(await damagesOf(visit.id)).toEqual([
        expect.objectContaining({
          key: form.submissionKey,
          what: form.what,
          at: at('14:30'),
          by: technician.id,
          acknowledgedBy: '林晓岚',
          acknowledgedAt: at('14:30'),
        }),
      ])
      expect(await eventsOf(database.db, ticket.id)).toEqual([
        { kind: 'damage_noted', data: { what: form.what }, visitId: visit.id },
      ])
    },
  )

  test('VS-1 its photos and what was signed for it are about it', async () => {
    const { visit, ctx } = await atHome(database.db, 'arrived')
    const form = aForm({ acknowledgedBy: '林晓岚', drawing: await aDrawing() })
    await noteDamage(ctx, visit.id, form)
    const { name, buffer } = await photo('scratch.jpg')
    await addVisitPhotos(
      ctx,
      visit.id,
      { stage: 'damage', about: form.submissionKey, submissionKey: 'p'.repeat(32) },
      [{ name, bytes: buffer, tooBig: false }],
    )
    expect(await filesOf(database.db, visit.id)).toEqual([
      expect.objectContaining({ stage: 'consent', about: form.submissionKey }),
      expect.objectContaining({ stage: 'damage', about: form.submissionKey }),
    ])
  })

  test('VS-1 the same form twice, or from two members at once, is one damage', async () => {
    const { visit, ticket, ctx } = await atHome(database.db, 'arrived')
    const form = aForm({ acknowledgedBy: '林晓岚', drawing: await aDrawing() })
    await Promise.all([1, 2, 3].map(() => noteDamage(ctx, visit.id, form)))
    expect(await damagesOf(visit.id)).toHaveLength(1)
    expect(await filesOf(database.db, visit.id)).toHaveLength(1)
    expect(await eventsOf(database.db, ticket.id)).toHaveLength(1)
  })

  test('VS-1 sent again with a name it is acknowledged, once', async () => {
    const { visit, ctx } = await atHome(database.db, 'arrived')
    const form = aForm()
    await noteDamage(ctx, visit.id, form)
    expect((await damagesOf(visit.id))[0]).toMatchObject({ acknowledgedBy: null })
    await noteDamage(ctx, visit.id, { ...form, acknowledgedBy: '林晓岚' })
    await noteDamage(ctx, visit.id, { ...form, acknowledgedBy: '别人' })
    expect((await damagesOf(visit.id))[0]).toMatchObject({ acknowledgedBy: '林晓岚' })
  })

  test.each([
    ['finished', 'visitFinished'],
    ['cancelled', 'visitCancelled'],
  ] as const)('VS-1 a %s visit takes none', async (status, code) => {
    const { visit, ctx } = await atHome(database.db, status)
    await expect(noteDamage(ctx, visit.id, aForm())).rejects.toMatchObject({ code })
    expect(await damagesOf(visit.id)).toEqual([])
  })

  test('VS-3 what was signed isn’t acknowledged afterwards', async () => {
    const { visit, ctx } = await atHome(database.db, 'finished')
    const form = aForm()
    await database.db.insert(visitDamages).values({
      key: form.submissionKey,
      visitId: visit.id,
      what: 'x',
      at: at('14:00'),
      by: ctx.actor.kind === 'staff' ? ctx.actor.id : '',
    })
    await signed(database.db, visit.id)
    await noteDamage(ctx, visit.id, { ...form, acknowledgedBy: '林晓岚' })
    expect((await damagesOf(visit.id))[0]).toMatchObject({ acknowledgedBy: null })
  })

  test('an empty box is refused', async () => {
    const { visit, ctx } = await atHome(database.db, 'arrived')
    const form = aForm({ acknowledgedBy: '林晓岚', drawing: await aBlankDrawing() })
    await expect(noteDamage(ctx, visit.id, form)).rejects.toMatchObject({ code: 'signatureBlank' })
    expect(await damagesOf(visit.id)).toEqual([])
  })

  test('what was damaged has to be said', () => {
    const sent = NoteDamageForm.safeParse({ what: '  ', submissionKey: 'k'.repeat(32) })
    expect(sent.error?.issues.map(({ message }) => message)).toEqual(['validation:damage'])
  })

  test('Q-12 another crew’s visit is a missing one, and a colleague without a crew may not', async () => {
    const { visit } = await atHome(database.db, 'arrived')
    const stranger = asActor(database.db, await aColleague(database.db, 'crew'))
    await expect(noteDamage(stranger, visit.id, aForm())).rejects.toMatchObject({
      kind: 'not_found',
    })
    const desk = asActor(database.db, await aColleague(database.db, 'desk'))
    await expect(noteDamage(desk, visit.id, aForm())).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
