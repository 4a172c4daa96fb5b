import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { attachments, ticketEvents } from '#db/schema/tickets.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { addPhotos } from '#app/domain/tickets/add-photos.server.ts'
import { readAttachment } from '#app/domain/tickets/read-attachment.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import * as photos from '#test/setup/photos.ts'

const database = testDatabase()
const as = async (role: Role, facts: { storeId?: number; crewId?: number } = {}) =>
  contextOf(database.db, await aColleague(database.db, role, facts))
const uploaded = ({ name, buffer }: photos.TestFile) => ({
  field: 'photos',
  name,
  bytes: buffer,
  tooBig: false,
})

describe('photographs added at the desk', () => {
  test('Q-21: what can not be taken is named with the reason, the rest is kept, the same one twice is one', async () => {
    const ctx = await as('desk')
    const ticket = await aTicket(database.db)
    const files = [
      uploaded(await photos.photo()),
      uploaded(photos.svgNamedJpg()),
      uploaded(await photos.truncatedPhoto()),
    ]
    const refusals = await addPhotos(ctx, ticket.number, files)
    expect(refusals).toEqual([
      { name: 'drawing.jpg', reason: 'not_allowed' },
      { name: 'broken.jpg', reason: 'damaged' },
    ])
    await addPhotos(ctx, ticket.number, [uploaded(await photos.photo())])
    const kept = await database.db
      .select()
      .from(attachments)
      .where(eq(attachments.ticketId, ticket.id))
    expect(kept).toMatchObject([
      { stage: 'desk', contentType: 'image/jpeg', uploadedBy: ctx.actor.id },
    ])
    const events = await database.db
      .select({ kind: ticketEvents.kind, data: ticketEvents.data })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticket.id))
    expect(events).toEqual([{ kind: 'photos_added', data: { count: 1 } }])
  })

  test.each<Role>(['crew', 'warehouse', 'admin'])('Q-12: not by a %s', async (role) => {
    const ticket = await aTicket(database.db)
    await expect(addPhotos(await as(role), ticket.number, [])).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('Q-21: a file is served to those who may see the ticket', () => {
  async function aPhoto() {
    const store = await aStore(database.db)
    const crew = await aCrew(database.db)
    const ticket = await aTicket(database.db, { storeId: store.id, status: 'scheduled' })
    const visit = await aConfirmedVisit(database.db, { ticketId: ticket.id, crewId: crew.id })
    await addPhotos(await as('desk'), ticket.number, [uploaded(await photos.photo())])
    const [photo] = await database.db
      .select({ id: attachments.id })
      .from(attachments)
      .where(eq(attachments.ticketId, ticket.id))
    return { id: photo!.id, store, crew, visit }
  }

  test('head office, its store and the crew that is sent there', async () => {
    const { id, store, crew } = await aPhoto()
    for (const ctx of [
      await as('desk'),
      await as('store_guide', { storeId: store.id }),
      await as('crew', { crewId: crew.id }),
    ]) {
      expect(await readAttachment(ctx, id)).toMatchObject({ contentType: 'image/jpeg' })
    }
  })

  test('Q-12: to another store, another crew or the warehouse it is a missing one', async () => {
    const { id } = await aPhoto()
    for (const role of ['store_guide', 'crew', 'warehouse'] as const) {
      await expect(readAttachment(await as(role), id)).rejects.toMatchObject({ kind: 'not_found' })
    }
  })

  test.each(['', 'x', '../../etc/passwd', '00000000-0000-4000-8000-000000000000'])(
    'no such file: %s',
    async (id) => {
      await expect(readAttachment(await as('desk'), id)).rejects.toMatchObject({
        kind: 'not_found',
      })
    },
  )
})
