import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { checklistItems } from '#db/schema/visits.ts'
import { attachments } from '#db/schema/tickets.ts'
import { visitDamages, visitExtras, visitPauses } from '#db/schema/work.ts'
import { appendSignedRecord, readRecord, signVisit } from '#app/domain/work/index.server.ts'
import { readContent, readCorrection } from '#app/domain/work/record-content.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aDrawing } from '#test/domain/visits/drawing.ts'
import { asActor, at } from '#test/domain/visits/scene.ts'
import { atHome } from './home.ts'

const database = testDatabase()
const customerOf = (ticketId: number) =>
  contextOf<CustomerActor>(database.db, { kind: 'customer', ticketId })

const damageKey = (visitId: number) => `damage-${visitId}-`.padEnd(32, 'x')

/** A visit on which much happened, signed. */
async function aFullVisit() {
  const { db } = database
  const store = await aStore(db)
  const home = await atHome(db, 'finished', {
    visit: { setOutAt: at('13:20'), arrivedAt: at('13:50'), startedAt: at('13:55') },
    ticket: { storeId: store.id },
  })
  const { visit, ticket, technician } = home
  const by = technician.id
  const visitId = visit.id
  await db.insert(visitPauses).values({
    ...{
      visitId,
      by,
      reason: 'parts',
      note: '铰链',
      pausedAt: at('14:00'),
      resumedAt: at('14:10'),
    },
  })
  await db.insert(visitDamages).values({
    ...{ visitId, by, key: damageKey(visitId), what: '墙角有划痕', at: at('13:52') },
    ...{ acknowledgedBy: '林晓岚', acknowledgedAt: at('13:53') },
  })
  await db.insert(visitExtras).values({
    ...{
      visitId,
      key: `extra-${visitId}-`.padEnd(32, 'x'),
      what: '加一层隔板',
      minutes: 20,
      price: 12_050,
    },
    ...{ proposedAt: at('14:05'), proposedBy: by, decision: 'accepted', via: 'phone' },
    ...{ decidedAt: at('14:06'), decidedBy: '林晓岚' },
  })
  await db.insert(attachments).values({
    ...{ visitId, ticketId: ticket.id, stage: 'damage', about: damageKey(visitId) },
    ...{ contentType: 'image/jpeg', bytes: 1, sha256: 'f'.repeat(64), originalName: 'wall.jpg' },
    createdAt: at('13:52'),
  })
  await signVisit(home.ctx, visitId, {
    signer: '林晓岚',
    drawing: await aDrawing(),
    wishPart: 'evening',
    wishWay: 'phone',
    submissionKey: `full-${visitId}-`.padEnd(32, 'k'),
  })
  return { ...home, store }
}

describe('VS-3 the record as it is read', () => {
  test('holds everything that happened, as it was signed, whatever the tables say today', async () => {
    const { visit, ticket, ctx } = await aFullVisit()
    await database.db.delete(visitPauses).where(eq(visitPauses.visitId, visit.id))
    await database.db
      .update(visitDamages)
      .set({ what: 'anything else' })
      .where(eq(visitDamages.visitId, visit.id))
    const { work, verdict, number, pictures } = await readRecord(ctx, visit.id)
    expect({ verdict: verdict.state, number }).toEqual({ verdict: 'valid', number: ticket.number })
    expect(work!.content).toMatchObject({
      customer: { name: ticket.name, address: ticket.address },
      outcome: 'done',
      skill: 'repair',
      times: { setOut: at('13:20').toISOString(), started: at('13:55').toISOString() },
      pauses: [{ reason: 'parts', note: '铰链', resumedAt: at('14:10').toISOString() }],
      damages: [{ what: '墙角有划痕', acknowledgedBy: '林晓岚' }],
      extras: [{ what: '加一层隔板', price: 12_050, decision: 'accepted', decidedBy: '林晓岚' }],
      photos: [{ stage: 'damage', sha256: 'f'.repeat(64), about: damageKey(visit.id) }],
      wish: { part: 'evening', way: 'phone' },
      signer: '林晓岚',
    })
    expect(pictures.get(work!.content!.signature!)).toBeDefined()
    expect(pictures.get('f'.repeat(64))).toBeDefined()
  })

  test('is its customer’s, its crew’s, its store’s and head office’s; a missing one to everybody else', async () => {
    const { db } = database
    const { visit, ticket, ctx, store } = await aFullVisit()
    const guide = await aColleague(db, 'store_guide', { storeId: store.id })
    const readers = [
      ctx,
      customerOf(ticket.id),
      asActor(db, guide),
      asActor(db, await aColleague(db, 'desk')),
      asActor(db, await aColleague(db, 'caller')),
    ]
    for (const reader of readers) {
      expect((await readRecord(reader, visit.id)).visitId).toBe(visit.id)
    }
    const other = await aFullVisit()
    const strangers = [
      other.ctx,
      customerOf(other.ticket.id),
      asActor(db, await aColleague(db, 'store_manager')),
      asActor(db, await aColleague(db, 'purchaser')),
      contextOf(db, { kind: 'anonymous' }),
    ]
    for (const stranger of strangers) {
      await expect(readRecord(stranger, visit.id)).rejects.toMatchObject({ kind: 'not_found' })
    }
  })

  test('that was never signed is a missing one', async () => {
    const { visit, ctx } = await atHome(database.db, 'finished')
    await expect(readRecord(ctx, visit.id)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('of an older version, without what is recorded today, is read as far as it goes', async () => {
    const { visit, ticket, ctx } = await atHome(database.db, 'finished')
    await inTransaction(ctx, async (tx) => {
      const record = await appendSignedRecord(tx, {
        visitId: visit.id,
        content: {
          workDone: '换上铰链',
          checklist: [
            { id: 1, textZh: '穿鞋套', textEn: 'Covers', must: true, done: true, reason: null },
          ],
          photos: [],
          pauses: 'none in those days',
          outcome: 'splendid',
        },
        signerName: '林晓岚',
        signedAt: at('15:00'),
      })
      const said = { seq: record.seq, hash: record.hash }
      await recordEvent(tx, ticket, 'work_signed', said, visit)
    })
    const { work, verdict } = await readRecord(ctx, visit.id)
    expect(verdict.state).toBe('valid')
    expect(work!.content).toMatchObject({
      workDone: '换上铰链',
      checklist: [{ textZh: '穿鞋套', done: true }],
      pauses: null,
      outcome: null,
    })
    expect(work!.content!.extras).toBeUndefined()
  })

  test('that can’t be read at all says so', () => {
    for (const text of ['', '{', '[1]', '"x"', 'null', '{"work'])
      expect(readContent(text)).toBeNull()
    expect(readCorrection('{"text":"x"}')).toBeNull()
  })

  test('VS-1 keeps what was read, with its limits of that day', async () => {
    const { db } = database
    const [item] = await db
      .insert(checklistItems)
      .values({
        ...{ skill: 'repair', position: 90, textZh: '门缝', textEn: 'Gap', must: false },
        ...{ unit: 'mm', lowest: 1, highest: 3 },
      })
      .returning()
    const { visit, ctx } = await aFullVisit()
    await db.update(checklistItems).set({ highest: 9 }).where(eq(checklistItems.id, item!.id))
    const { work } = await readRecord(ctx, visit.id)
    expect(work!.content!.checklist).toContainEqual(
      expect.objectContaining({ textZh: '门缝', unit: 'mm', lowest: 1, highest: 3, value: null }),
    )
  })
})
