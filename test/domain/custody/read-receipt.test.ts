import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { custodyReceipts } from '#db/schema/custody.ts'
import { attachments } from '#db/schema/tickets.ts'
import {
  giveBackAtCounter,
  readReceipt,
  readReceiptAsCustomer,
  takeAway,
} from '#app/domain/custody/index.server.ts'
import { readAttachment } from '#app/domain/tickets/read-attachment.server.ts'
import { addVisitPhotos } from '#app/domain/work/index.server.ts'
import type { CustomerActor, StaffActor } from '#app/platform/actor.ts'
import { contextOf } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { photo } from '#test/setup/photos.ts'
import { aDrawing } from '#test/domain/visits/drawing.ts'
import { asActor, at } from '#test/domain/visits/scene.ts'
import { atHome, filesOf } from '#test/domain/work/home.ts'
import { anItem } from './an-item.ts'

const database = testDatabase()

async function taken(storeId?: number) {
  const home = await atHome(database.db, 'working', storeId ? { ticket: { storeId } } : {})
  const form = anItem({ drawing: await aDrawing() })
  await takeAway(home.ctx, home.visit.id, form)
  const { name, buffer } = await photo('door.jpg')
  await addVisitPhotos(
    home.ctx,
    home.visit.id,
    {
      stage: 'custody',
      about: form.submissionKey,
      submissionKey: 'p'.repeat(24) + form.submissionKey.slice(-8) + home.visit.id,
    },
    [{ name, bytes: buffer, tooBig: false }],
  )
  const { number } = only(
    await database.db
      .select()
      .from(custodyReceipts)
      .where(eq(custodyReceipts.key, form.submissionKey)),
  )
  const [drawing, picture] = await filesOf(database.db, home.visit.id)
  return { ...home, form, number, drawing: drawing!.id, picture: picture!.id }
}

const customerOf = (ticketId: number) =>
  contextOf<CustomerActor>(database.db, { kind: 'customer', ticketId })
const colleague = async (role: 'desk' | 'warehouse' | 'caller') =>
  asActor(database.db, await aColleague(database.db, role), at('16:00', 3))

describe('VS-4 a receipt', () => {
  test('VS-4 has all there is to say, with the item’s photos and what was signed', async () => {
    const { number, form, ticket, visit, technician, drawing, picture } = await taken()
    expect(await readReceipt(await colleague('warehouse'), number)).toEqual({
      number,
      key: form.submissionKey,
      visitId: visit.id,
      ticketNumber: ticket.number,
      purpose: 'repair',
      item: form.item,
      condition: form.condition,
      reason: form.reason,
      backOn: '2026-03-17',
      takenAt: at('14:30').toISOString(),
      takenBy: technician.name,
      handedBy: '林晓岚',
      crew: expect.any(String) as string,
      customer: ticket.name,
      phone: ticket.phone,
      address: ticket.address,
      product: ticket.product,
      photos: [picture],
      drawings: { taken: drawing, returned: null },
      returned: null,
    })
  })

  test('VS-4 says that it was reclaimed, when and by whom', async () => {
    const { number, form } = await taken()
    const desk = await colleague('desk')
    await giveBackAtCounter(desk, {
      receipt: form.submissionKey,
      receivedBy: '林父',
      reclaimed: false,
      because: '找不到了',
      drawing: null,
    })
    const { returned } = await readReceipt(desk, number)
    expect(returned).toEqual({
      at: at('16:00', 3).toISOString(),
      by: desk.actor.kind === 'staff' ? desk.actor.name : '',
      receivedBy: '林父',
      reclaimed: false,
      because: '找不到了',
      visitId: null,
    })
  })

  test('Q-13 its customer reads it, without what is only for colleagues', async () => {
    const { number, ticket, form, picture } = await taken()
    await giveBackAtCounter(await colleague('desk'), {
      receipt: form.submissionKey,
      receivedBy: '林父',
      reclaimed: false,
      because: '同事看的',
      drawing: null,
    })
    const receipt = await readReceiptAsCustomer(customerOf(ticket.id), number)
    expect(receipt).toMatchObject({ number, item: form.item, photos: [picture] })
    expect(receipt.returned).toMatchObject({ receivedBy: '林父' })
    expect(JSON.stringify(receipt)).not.toContain('同事看的')
    expect(JSON.stringify(receipt)).not.toContain(form.submissionKey)
  })

  test('Q-12 another customer’s, another store’s and a wrong number are missing ones', async () => {
    const store = await aStore(database.db)
    const { number } = await taken(store.id)
    const neighbour = customerOf((await aTicket(database.db)).id)
    const missing = { kind: 'not_found' }
    await expect(readReceiptAsCustomer(neighbour, number)).rejects.toMatchObject(missing)
    const other = await aStore(database.db)
    const manager = await aColleague(database.db, 'store_manager', { storeId: other.id })
    await expect(readReceipt(asActor(database.db, manager), number)).rejects.toMatchObject(missing)
    const own = await aColleague(database.db, 'store_manager', { storeId: store.id })
    expect(await readReceipt(asActor(database.db, own), number)).toMatchObject({ number })
    for (const wrong of ['C9999999', '', 'x', "C1000000' or true"]) {
      await expect(readReceipt(await colleague('desk'), wrong)).rejects.toMatchObject(missing)
    }
  })

  test('a caller has no business with it', async () => {
    const { number } = await taken()
    await expect(readReceipt(await colleague('caller'), number)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('Q-12 the warehouse sees the item it keeps, and no other picture of the ticket', async () => {
    const { picture, drawing, ticket, visit } = await taken()
    const warehouse = await aColleague(database.db, 'warehouse')
    const ctx = contextOf<StaffActor>(database.db, warehouse)
    for (const id of [picture, drawing]) {
      expect(await readAttachment(ctx, id)).toMatchObject({ sha256: expect.any(String) as string })
    }
    const [other] = await database.db
      .insert(attachments)
      .values({
        ticketId: ticket.id,
        visitId: visit.id,
        stage: 'before',
        contentType: 'image/jpeg',
        bytes: 1,
        sha256: 'x'.repeat(64),
        originalName: 'hall.jpg',
        createdAt: at('14:00'),
      })
      .returning()
    await expect(readAttachment(ctx, other!.id)).rejects.toMatchObject({ kind: 'not_found' })
  })
})
