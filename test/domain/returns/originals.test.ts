import sharp from 'sharp'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { returnInspections } from '#db/schema/returns.ts'
import { attachments } from '#db/schema/tickets.ts'
import { takeAway } from '#app/domain/custody/index.server.ts'
import { inspectOriginal } from '#app/domain/returns/inspect-original.server.ts'
import { receiveOriginal } from '#app/domain/returns/receive-original.server.ts'
import { readAttachment } from '#app/domain/tickets/read-attachment.server.ts'
import { anItem } from '#test/domain/custody/an-item.ts'
import { friday } from '#test/factories/districts.ts'
import { testDatabase } from '#test/setup/database.ts'
import { at, eventsOf } from '../visits/scene.ts'
import { aDecidedCase, aPhoto, atWork, booked, finished, standing } from './acting.ts'
import { as, consequencesNow } from './deciding.ts'

const database = testDatabase()
const db = () => database.db
const found = { condition: '台面左侧裂一道', fate: 'factory' } as const
const came = { note: '三号库', because: '' }
const picture = await sharp({
  create: { width: 40, height: 30, channels: 3, background: '#a0522d' },
})
  .png()
  .toBuffer()
const photo = () => [aPhoto(picture)]

describe('RX-4 an original is received', () => {
  test('RX-4 after the visit that was to collect it', async () => {
    const made = await aDecidedCase(db())
    const { id, number, ticket, of } = made
    const visitId = await booked(db(), made, of('delivery'), { day: friday })
    const crew = await atWork(db(), visitId, at('14:00', 3))
    await takeAway(crew, visitId, anItem({ purpose: 'exchange', backOn: null }))
    await finished(crew, visitId)
    const warehouse = await as(db(), 'warehouse')
    await receiveOriginal(warehouse, number, of('original').id, came)
    expect(await standing(db(), id)).toEqual(['goods open', 'delivery done', 'original going'])
    const original = (await consequencesNow(db(), id)).at(-1)
    expect(original).toMatchObject({ startedBy: warehouse.actor.id, note: '三号库' })
    expect((await eventsOf(db(), ticket.id)).at(-1)).toMatchObject({
      kind: 'return_received',
      data: { case: number, note: '三号库' },
    })
  })

  test('RX-4 before, only with how it came', async () => {
    const { id, number, ticket, of } = await aDecidedCase(db())
    const warehouse = await as(db(), 'warehouse')
    await expect(receiveOriginal(warehouse, number, of('original').id, came)).rejects.toMatchObject(
      { kind: 'invalid', code: 'originalNotSeen' },
    )
    const because = '顾客自己送来的'
    await receiveOriginal(warehouse, number, of('original').id, { ...came, because })
    expect((await standing(db(), id)).at(-1)).toBe('original going')
    expect((await eventsOf(db(), ticket.id)).at(-1)!.data).toMatchObject({ because })
  })

  test('RX-4 once; not by the desk', async () => {
    const { number, of } = await aDecidedCase(db())
    const brought = { ...came, because: '顾客送来' }
    await expect(
      receiveOriginal(await as(db(), 'desk'), number, of('original').id, brought),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const warehouse = await as(db(), 'warehouse')
    await Promise.all(
      [1, 2].map(() => receiveOriginal(warehouse, number, of('original').id, brought)),
    )
    const colleague = await as(db(), 'warehouse')
    await expect(
      receiveOriginal(colleague, number, of('original').id, brought),
    ).rejects.toMatchObject({ code: 'consequenceNotInState' })
  })
})

describe('RX-4 an original is inspected', () => {
  async function received() {
    const made = await aDecidedCase(db())
    const warehouse = await as(db(), 'warehouse')
    await receiveOriginal(warehouse, made.number, made.of('original').id, {
      note: '',
      because: '顾客送来',
    })
    return { ...made, warehouse }
  }

  test('RX-4 its condition, what becomes of it, and photos that the warehouse can open', async () => {
    const { id, number, ticket, of, warehouse } = await received()
    await inspectOriginal(warehouse, number, of('original').id, found, photo())
    expect((await standing(db(), id)).at(-1)).toBe('original done')
    const [inspection] = await db()
      .select()
      .from(returnInspections)
      .where(eq(returnInspections.consequenceId, of('original').id))
    expect(inspection).toMatchObject({ ...found, by: warehouse.actor.id })
    const [file, ...more] = await db().select().from(attachments).where(eq(attachments.caseId, id))
    expect(more).toEqual([])
    expect(file).toMatchObject({ stage: 'inspection', ticketId: ticket.id })
    await expect(readAttachment(warehouse, file!.id)).resolves.toMatchObject({
      sha256: file!.sha256,
    })
    await expect(readAttachment(await as(db(), 'crew'), file!.id)).rejects.toMatchObject({
      kind: 'not_found',
    })
    expect((await eventsOf(db(), ticket.id)).at(-1)).toMatchObject({
      kind: 'return_inspected',
      data: { case: number, fate: 'factory', count: 1 },
    })
  })

  test('RX-4 not without a photo', async () => {
    const { number, of, warehouse } = await received()
    await expect(
      inspectOriginal(warehouse, number, of('original').id, found, []),
    ).rejects.toMatchObject({ kind: 'invalid', code: 'inspectionPhotos' })
    const text = [aPhoto(Buffer.from('no picture'), 'note.txt')]
    await expect(
      inspectOriginal(warehouse, number, of('original').id, found, text),
    ).rejects.toMatchObject({ code: 'filesRefused' })
  })

  test('RX-4 not before it was received, nor twice', async () => {
    const { number, of } = await aDecidedCase(db())
    const keeper = await as(db(), 'warehouse')
    await expect(
      inspectOriginal(keeper, number, of('original').id, found, photo()),
    ).rejects.toMatchObject({ code: 'consequenceNotInState' })
    const { warehouse, ...there } = await received()
    const original = there.of('original').id
    await inspectOriginal(warehouse, there.number, original, found, photo())
    await expect(
      inspectOriginal(warehouse, there.number, original, found, photo()),
    ).rejects.toMatchObject({ code: 'consequenceNotInState' })
  })

  test.each(['desk', 'store_guide', 'crew'] as const)('RX-4 is not for %s', async (role) => {
    const { number, of } = await received()
    await expect(
      inspectOriginal(await as(db(), role), number, of('original').id, found, photo()),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
