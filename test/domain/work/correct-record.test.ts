import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { signedRecords } from '#db/schema/visits.ts'
import {
  appendSignedRecord,
  correctRecord,
  readRecord,
  signVisit,
  verifyRecord,
  visitOfCrew,
} from '#app/domain/work/index.server.ts'
import { databaseErrorCode, inTransaction } from '#app/platform/context.server.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aDrawing } from '#test/domain/visits/drawing.ts'
import { asActor, at, eventsOf } from '#test/domain/visits/scene.ts'
import { atHome } from './home.ts'

const database = testDatabase()
let keys = 0
const form = (text: string) => ({
  text,
  submissionKey: `correction-key-number-${(keys += 1)}`,
})

async function aSignedVisit() {
  const home = await atHome(database.db, 'finished')
  await signVisit(home.ctx, home.visit.id, {
    signer: '林晓岚',
    drawing: await aDrawing(),
    wishPart: 'any',
    wishWay: 'phone',
    submissionKey: `signed-${home.visit.id}-`.padEnd(32, 'k'),
  })
  const desk = asActor(database.db, await aColleague(database.db, 'desk'), at('16:00'))
  return { ...home, desk }
}

const entriesOf = (visitId: number) =>
  database.db
    .select()
    .from(signedRecords)
    .where(eq(signedRecords.visitId, visitId))
    .orderBy(signedRecords.seq)

describe('VS-3 a correction', () => {
  test('is an entry of its own, by name and at its time; what was signed stands', async () => {
    const { visit, ticket, desk } = await aSignedVisit()
    const [before] = await entriesOf(visit.id)
    await correctRecord(desk, visit.id, form('换的是两只铰链，不是一只'))
    const [work, correction] = await entriesOf(visit.id)
    expect(work).toEqual(before)
    expect(correction).toMatchObject({ kind: 'correction', signerName: desk.actor.name })
    expect(JSON.parse(correction!.content)).toMatchObject({
      ticket: ticket.number,
      visit: visit.id,
      of: { seq: work!.seq, hash: work!.hash },
      text: '换的是两只铰链，不是一只',
      by: { id: desk.actor.id, name: desk.actor.name },
      at: at('16:00').toISOString(),
    })
    expect((await eventsOf(database.db, ticket.id)).at(-1)).toMatchObject({
      kind: 'record_corrected',
      data: { text: '换的是两只铰链，不是一只', seq: correction!.seq, hash: correction!.hash },
    })
    expect(await verifyRecord(desk, visit.id)).toMatchObject({ state: 'valid', corrections: 1 })
    expect((await readRecord(desk, visit.id)).corrections).toMatchObject([
      {
        seq: correction!.seq,
        said: {
          text: '换的是两只铰链，不是一只',
          by: { name: desk.actor.name },
          at: at('16:00').toISOString(),
        },
      },
    ])
  })

  test('may be the crew’s own, about its own visit; nobody else’s', async () => {
    const { visit, ctx } = await aSignedVisit()
    expect((await visitOfCrew(ctx, visit.id)).corrections).toEqual([])
    await correctRecord(ctx, visit.id, form('还补了一处漆'))
    expect(await entriesOf(visit.id)).toHaveLength(2)
    expect((await visitOfCrew(ctx, visit.id)).corrections).toEqual([
      expect.objectContaining({
        text: '还补了一处漆',
        by: { name: ctx.actor.name },
        at: ctx.now().toISOString(),
      }),
    ])
    const stranger = asActor(database.db, await aColleague(database.db, 'crew'))
    await expect(correctRecord(stranger, visit.id, form('x'))).rejects.toMatchObject({
      kind: 'not_found',
    })
    for (const role of ['caller', 'store_manager', 'warehouse'] as const) {
      const other = asActor(database.db, await aColleague(database.db, role))
      await expect(correctRecord(other, visit.id, form('x'))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
    expect(await entriesOf(visit.id)).toHaveLength(2)
  })

  test('sent twice, at once or later, it is one; several follow one another', async () => {
    const { visit, desk } = await aSignedVisit()
    const once = form('写错了一处')
    await Promise.all([1, 2, 3].map(() => correctRecord(desk, visit.id, once)))
    await correctRecord(desk, visit.id, once)
    await correctRecord(desk, visit.id, form('还有一处'))
    const { corrections } = await readRecord(desk, visit.id)
    expect(corrections.map(({ said }) => said?.text)).toEqual(['写错了一处', '还有一处'])
    expect(await verifyRecord(desk, visit.id)).toMatchObject({ state: 'valid', corrections: 2 })
  })

  test('before anything was signed it is refused, by the verb and by the database', async () => {
    const { visit, ctx } = await atHome(database.db, 'finished')
    const desk = asActor(database.db, await aColleague(database.db, 'desk'))
    await expect(correctRecord(desk, visit.id, form('x'))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'notSigned',
    })
    const past = inTransaction(ctx, (tx) =>
      appendSignedRecord(tx, {
        kind: 'correction',
        visitId: visit.id,
        content: {},
        signerName: 'x',
        signedAt: at('15:00'),
      }),
    )
    await expect(past).rejects.toSatisfy((error) => databaseErrorCode(error) === '23514')
    expect(await entriesOf(visit.id)).toEqual([])
  })

  test('the database takes no change of it, no removal, and no second record of the work', async () => {
    const { visit, ctx, desk } = await aSignedVisit()
    await correctRecord(desk, visit.id, form('写错了一处'))
    const sql = database.connect({ max: 1 })
    for (const attempt of [
      () => sql`update signed_records set content = '{}' where visit_id = ${visit.id}`,
      () => sql`delete from signed_records where visit_id = ${visit.id} and kind = 'correction'`,
      () =>
        database.db
          .delete(signedRecords)
          .where(and(eq(signedRecords.visitId, visit.id), eq(signedRecords.kind, 'correction'))),
    ]) {
      await expect(attempt()).rejects.toSatisfy((error) => databaseErrorCode(error) === '42501')
    }
    const second = inTransaction(ctx, (tx) =>
      appendSignedRecord(tx, {
        visitId: visit.id,
        content: {},
        signerName: 'x',
        signedAt: at('15:00'),
      }),
    )
    await expect(second).rejects.toSatisfy((error) => databaseErrorCode(error) === '23505')
  })
})
