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

/** A damage on a visit that takes none any more. */
async function alreadyNoted(ctx: { actor: { id: string } }, visitId: number) {
  const form = aForm()
  const { submissionKey: key, what } = form
  await database.db
    .insert(visitDamages)
    .values({ key, visitId, what, at: at('14:00'), by: ctx.actor.id })
  return form
}

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

  describe('seen by somebody later', () => {
    const seenForm = (damage: string, by: string, facts: Partial<NoteDamageForm> = {}) =>
      aForm({ damage, what: '', acknowledgedBy: by, ...facts })

    test('VS-1 its name, its time and the drawing are kept with the damage', async () => {
      const { visit, ticket, ctx } = await atHome(database.db, 'arrived')
      const form = aForm()
      await noteDamage(ctx, visit.id, form)
      const [before] = await damagesOf(visit.id)
      expect(before).toMatchObject({ acknowledgedBy: null, acknowledgedAt: null })
      const later = { ...ctx, now: () => at('15:10') }
      const drawing = await aDrawing()
      await noteDamage(later, visit.id, seenForm(form.submissionKey, '林晓岚', { drawing }))
      expect(await damagesOf(visit.id)).toEqual([
        { ...before, acknowledgedBy: '林晓岚', acknowledgedAt: at('15:10') },
      ])
      expect(await filesOf(database.db, visit.id)).toEqual([
        expect.objectContaining({ stage: 'consent', about: form.submissionKey }),
      ])
      expect(await eventsOf(database.db, ticket.id)).toHaveLength(1)
    })

    test('VS-1 twice is once, another name is refused, and the first one stands', async () => {
      const { visit, ctx } = await atHome(database.db, 'arrived')
      const form = aForm()
      const key = form.submissionKey
      await noteDamage(ctx, visit.id, form)
      await Promise.all([1, 2, 3].map(() => noteDamage(ctx, visit.id, seenForm(key, '林晓岚'))))
      const drawing = await aDrawing()
      const another = noteDamage(ctx, visit.id, seenForm(key, '别人', { drawing }))
      await expect(another).rejects.toMatchObject({
        code: 'damageAcknowledged',
        values: { name: '林晓岚' },
      })
      expect((await damagesOf(visit.id))[0]).toMatchObject({ acknowledgedBy: '林晓岚' })
      expect(await filesOf(database.db, visit.id)).toEqual([])
    })

    test('VS-1 still once the work is finished; a damage of another visit is a missing one', async () => {
      const { visit, ctx } = await atHome(database.db, 'finished')
      const other = await atHome(database.db, 'arrived')
      const { submissionKey: key } = await alreadyNoted(ctx, visit.id)
      const elsewhere = noteDamage(other.ctx, other.visit.id, seenForm(key, '林晓岚'))
      await expect(elsewhere).rejects.toMatchObject({ kind: 'not_found' })
      await noteDamage(ctx, visit.id, seenForm(key, '林晓岚'))
      expect((await damagesOf(visit.id))[0]).toMatchObject({ acknowledgedBy: '林晓岚' })
    })

    test('VS-1 not on a visit that was called off', async () => {
      const { visit, ctx } = await atHome(database.db, 'cancelled')
      const { submissionKey: key } = await alreadyNoted(ctx, visit.id)
      const seen = noteDamage(ctx, visit.id, seenForm(key, '林晓岚'))
      await expect(seen).rejects.toMatchObject({ code: 'visitCancelled' })
    })

    test('VS-3 nor once the record is signed', async () => {
      const { visit, ctx } = await atHome(database.db, 'finished')
      const { submissionKey: key } = await alreadyNoted(ctx, visit.id)
      await signed(database.db, visit.id)
      const seen = noteDamage(ctx, visit.id, seenForm(key, '林晓岚'))
      await expect(seen).rejects.toMatchObject({ code: 'visitSigned' })
      expect((await damagesOf(visit.id))[0]).toMatchObject({ acknowledgedBy: null })
    })

    test('who has seen it has to be said, and nothing else', () => {
      const sent = { damage: 'd'.repeat(32), submissionKey: 'k'.repeat(32) }
      const { error } = NoteDamageForm.safeParse(sent)
      expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
        ['acknowledgedBy', 'validation:signer'],
      ])
      expect(NoteDamageForm.safeParse({ ...sent, acknowledgedBy: '林晓岚' }).success).toBe(true)
    })
  })

  test.each([
    ['finished', 'visitFinished'],
    ['cancelled', 'visitCancelled'],
  ] as const)('VS-1 a %s visit takes none', async (status, code) => {
    const { visit, ctx } = await atHome(database.db, status)
    await expect(noteDamage(ctx, visit.id, aForm())).rejects.toMatchObject({ code })
    expect(await damagesOf(visit.id)).toEqual([])
  })

  test('an empty box is refused', async () => {
    const { visit, ctx } = await atHome(database.db, 'arrived')
    const form = aForm({ acknowledgedBy: '林晓岚', drawing: await aBlankDrawing() })
    await expect(noteDamage(ctx, visit.id, form)).rejects.toMatchObject({ code: 'signatureBlank' })
    expect(await damagesOf(visit.id)).toEqual([])
  })

  test('VS-1 a drawing without a name says nothing of who signed it', async () => {
    const sent = { what: '墙角', drawing: await aDrawing(), submissionKey: 'k'.repeat(32) }
    const { error } = NoteDamageForm.safeParse({ ...sent, acknowledgedBy: ' ' })
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['acknowledgedBy', 'validation:signer'],
    ])
    expect(NoteDamageForm.safeParse({ ...sent, acknowledgedBy: '林晓岚' }).success).toBe(true)
    expect(NoteDamageForm.safeParse({ ...sent, drawing: '' }).success).toBe(true)
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
