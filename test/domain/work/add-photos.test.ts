import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { attachments } from '#db/schema/tickets.ts'
import { addVisitPhotos, signVisit } from '#app/domain/work/index.server.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { pdf, photo, svgNamedJpg, truncatedPhoto, webp } from '#test/setup/photos.ts'
import { asActor } from '#test/domain/visits/scene.ts'
import { aDrawing } from '#test/domain/visits/drawing.ts'

const database = testDatabase()
const form = { stage: 'before', submissionKey: 'k'.repeat(24) } as const

async function atWork(status: 'working' | 'finished' | 'cancelled' = 'working') {
  const visit = await aConfirmedVisit(database.db, { status, workDone: 'x' })
  const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
  return { visit, ctx: asActor(database.db, technician) }
}

const sent = ({ name, buffer }: { name: string; buffer: Buffer }, tooBig = false) => ({
  name,
  bytes: tooBig ? Buffer.alloc(0) : buffer,
  tooBig,
})

const keptFor = (visitId: number) =>
  database.db.select().from(attachments).where(eq(attachments.visitId, visitId))

describe('photos of the work', () => {
  test('Q-21 good ones are kept, bad ones named with the reason, nothing else is lost', async () => {
    const { visit, ctx } = await atWork()
    const refused = await addVisitPhotos(ctx, visit.id, form, [
      sent(await photo('door.jpg')),
      sent(await truncatedPhoto('half.jpg')),
      sent(svgNamedJpg('drawing.jpg')),
      sent(pdf('paper.pdf')),
      sent(await photo('huge.jpg'), true),
      sent(await webp('door.webp')),
    ])
    expect(refused).toEqual([
      { name: 'half.jpg', reason: 'damaged' },
      { name: 'drawing.jpg', reason: 'not_allowed' },
      { name: 'paper.pdf', reason: 'not_allowed' },
      { name: 'huge.jpg', reason: 'too_big' },
    ])
    expect(await keptFor(visit.id)).toEqual([
      expect.objectContaining({ originalName: 'door.jpg', stage: 'before' }),
      expect.objectContaining({ originalName: 'door.webp', contentType: 'image/jpeg' }),
    ])
  })

  test('the same form sent twice keeps each once', async () => {
    const { visit, ctx } = await atWork()
    const again = { ...form, submissionKey: 'again-again-again-again' }
    const files = [sent(await photo())]
    await Promise.all([1, 2, 3].map(() => addVisitPhotos(ctx, visit.id, again, files)))
    expect(await keptFor(visit.id)).toHaveLength(1)
  })

  test('VS-3 once the customer has signed, none is added', async () => {
    const { visit, ctx } = await atWork('finished')
    await signVisit(ctx, visit.id, {
      signer: '林晓岚',
      drawing: await aDrawing(),
      wishPart: 'any',
      wishWay: 'phone',
      submissionKey: 's'.repeat(24),
    })
    await expect(
      addVisitPhotos(ctx, visit.id, { ...form, submissionKey: 'l'.repeat(24) }, [
        sent(await photo()),
      ]),
    ).rejects.toMatchObject({ code: 'visitSigned' })
  })

  test('a cancelled visit takes none, another crew’s is a missing one', async () => {
    const { visit, ctx } = await atWork('cancelled')
    const files = [sent(await photo())]
    await expect(addVisitPhotos(ctx, visit.id, form, files)).rejects.toMatchObject({
      code: 'visitCancelled',
    })
    const stranger = asActor(database.db, await aColleague(database.db, 'crew'))
    await expect(addVisitPhotos(stranger, visit.id, form, files)).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})
