import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { signedRecords } from '#db/schema/visits.ts'
import { attachments } from '#db/schema/tickets.ts'
import { openFollowUp } from '#app/domain/follow-ups/index.server.ts'
import { appendSignedRecord, signVisit, verifyRecord } from '#app/domain/work/index.server.ts'
import { SignVisitForm } from '#app/domain/work/sign-visit-form.ts'
import { databaseErrorCode, inTransaction } from '#app/platform/context.server.ts'
import { anOrder } from '#test/factories/customers.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aBlankDrawing, aDrawing } from '#test/domain/visits/drawing.ts'
import { asActor, at, eventsOf, followUpsOf, mailsOf } from '#test/domain/visits/scene.ts'

const database = testDatabase()
let keys = 0
const form = async (): Promise<SignVisitForm> => ({
  signer: '林晓岚',
  drawing: await aDrawing(),
  wishPart: 'any',
  wishWay: 'phone',
  submissionKey: `signature-key-number-${(keys += 1)}`,
})

async function finished(
  status: 'finished' | 'working' | 'cancelled' = 'finished',
  facts: Parameters<typeof aConfirmedVisit>[1] = {},
) {
  const visit = await aConfirmedVisit(database.db, {
    ...facts,
    status,
    workDone: '换上铰链',
    finishedAt: at('14:50'),
  })
  const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
  return { visit, ctx: asActor(database.db, technician, at('14:55')) }
}

const recordOf = async (visitId: number) => {
  const [record] = await database.db
    .select()
    .from(signedRecords)
    .where(eq(signedRecords.visitId, visitId))
  return record
}

describe('signing', () => {
  test('VS-3 keeps what was recorded, whole, and ties it into the chain', async () => {
    const { visit, ctx } = await finished()
    await signVisit(ctx, visit.id, await form())
    const record = await recordOf(visit.id)
    const content = JSON.parse(record!.content) as Record<string, unknown>
    const [signature] = await database.db
      .select()
      .from(attachments)
      .where(eq(attachments.visitId, visit.id))
    expect(content).toMatchObject({
      visit: visit.id,
      workDone: '换上铰链',
      signer: '林晓岚',
      signedAt: at('14:55').toISOString(),
      times: { finished: at('14:50').toISOString() },
      signature: signature!.sha256,
      photos: [],
    })
    expect(Object.keys(content)).toEqual([...Object.keys(content)].sort())
    const [event] = await eventsOf(database.db, visit.ticketId)
    expect(event).toMatchObject({ kind: 'work_signed', data: { hash: record!.hash } })
    const reader = asActor(database.db, await aColleague(database.db, 'dispatcher'))
    expect(await verifyRecord(reader, visit.id)).toMatchObject({ state: 'valid' })
  })

  test('VS-3 before the work is finished it is impossible', async () => {
    const { visit, ctx } = await finished('working')
    await expect(signVisit(ctx, visit.id, await form())).rejects.toMatchObject({
      kind: 'conflict',
      code: 'signAfterWork',
    })
    const past = appendPast(visit.id)
    await expect(past).rejects.toSatisfy((error) => databaseErrorCode(error) === '23514')
    expect(await recordOf(visit.id)).toBeUndefined()
  })

  /** Around the verb, straight at the table. */
  async function appendPast(visitId: number) {
    const { ctx } = await finished()
    return inTransaction(ctx, (tx) =>
      appendSignedRecord(tx, { visitId, content: {}, signerName: 'x', signedAt: at('15:00') }),
    )
  }

  test('VS-3 the database takes no change and no removal of a record', async () => {
    const { visit, ctx } = await finished()
    await signVisit(ctx, visit.id, await form())
    const sql = database.connect({ max: 1 })
    for (const attempt of [
      () => sql`update signed_records set signer_name = 'x' where visit_id = ${visit.id}`,
      () => sql`delete from signed_records where visit_id = ${visit.id}`,
      () => sql`truncate signed_records`,
      () => database.db.update(signedRecords).set({ signerName: 'x' }),
    ]) {
      await expect(attempt()).rejects.toSatisfy((error) => databaseErrorCode(error) === '42501')
    }
  })

  test('the same form twice signs once; another one is refused', async () => {
    const { visit, ctx } = await finished()
    const once = await form()
    await Promise.all([1, 2, 3].map(() => signVisit(ctx, visit.id, once)))
    expect(await eventsOf(database.db, visit.ticketId)).toHaveLength(1)
    await expect(signVisit(ctx, visit.id, await form())).rejects.toMatchObject({
      code: 'visitSigned',
    })
  })

  test('many at once make one chain without a gap', async () => {
    const jobs = await Promise.all(Array.from({ length: 10 }, () => finished()))
    await Promise.all(jobs.map(async ({ visit, ctx }) => signVisit(ctx, visit.id, await form())))
    const chain = await database.db.select().from(signedRecords).orderBy(signedRecords.seq)
    expect(chain.map(({ seq }) => seq)).toEqual(chain.map((_, index) => index + 1))
    for (const [index, record] of chain.entries()) {
      expect(record.previousHash).toBe(chain[index - 1]?.hash ?? '0'.repeat(64))
      const { seq, visitId, previousHash, signedAt, signerName, content } = record
      const entry = [seq, visitId, previousHash, signedAt.toISOString(), signerName, content]
      const expected = createHash('sha256').update(JSON.stringify(entry)).digest('hex')
      expect(record.hash).toBe(expected)
    }
  })

  test('an empty box is refused, whatever sent it', async () => {
    const { visit, ctx } = await finished()
    for (const drawing of [
      await aBlankDrawing(),
      'data:image/png;base64,AAAA',
      (await aDrawing()).slice(0, 400),
    ]) {
      await expect(signVisit(ctx, visit.id, { ...(await form()), drawing })).rejects.toMatchObject({
        kind: 'invalid',
        code: 'signatureBlank',
      })
    }
    const typed = { ...(await form()), drawing: 'data:text/html;base64,AAAA' }
    expect(SignVisitForm.safeParse(typed).error?.issues[0]?.message).toBe('validation:signature')
  })

  test('a cancelled visit and another crew’s are refused', async () => {
    const { visit, ctx } = await finished('cancelled')
    await expect(signVisit(ctx, visit.id, await form())).rejects.toMatchObject({
      code: 'visitCancelled',
    })
    const stranger = asActor(database.db, await aColleague(database.db, 'crew'))
    await expect(signVisit(stranger, visit.id, await form())).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('VS-9 the store that sold the goods is told: who sold them and its managers', async () => {
    const { db } = database
    const store = await aStore(db)
    const order = await anOrder(db, { storeId: store.id, clerk: '周婷' })
    const ticket = await aTicket(db, { status: 'resolved', orderId: order.id })
    const { visit, ctx } = await finished('finished', { ticketId: ticket.id })
    const seller = await aColleague(db, 'store_guide', { storeId: store.id, name: '周婷' })
    await aColleague(db, 'store_guide', { storeId: store.id })
    await aColleague(db, 'store_manager')
    const manager = await aColleague(db, 'store_manager', { storeId: store.id, locale: 'en' })
    const once = await form()
    await signVisit(ctx, visit.id, once)
    await signVisit(ctx, visit.id, once)
    const mails = await mailsOf(db, ticket.id)
    expect(mails.map(({ template, staffId }) => [template, staffId]).sort()).toEqual(
      [seller.id, manager.id].map((id) => ['visit-signed', id]).sort(),
    )
    expect(mails.find(({ staffId }) => staffId === manager.id)).toMatchObject({
      locale: 'en',
      visitId: visit.id,
      params: {
        number: ticket.number,
        customer: ticket.name,
        workDone: '换上铰链',
        outcome: 'done',
        signer: '林晓岚',
        signedAt: at('14:55').toISOString(),
      },
    })
  })

  test('VS-9 a store without managers hears of it too; without a store nobody does', async () => {
    const { db } = database
    const guide = await aColleague(db, 'store_guide')
    await aColleague(db, 'store_guide', {
      storeId: guide.storeId,
      disabledAt: at('08:00'),
    })
    const ticket = await aTicket(db, { status: 'resolved', storeId: guide.storeId })
    const { visit, ctx } = await finished('finished', { ticketId: ticket.id })
    await signVisit(ctx, visit.id, await form())
    expect((await mailsOf(db, ticket.id)).map(({ staffId }) => staffId)).toEqual([guide.id])
    const alone = await finished()
    await signVisit(alone.ctx, alone.visit.id, await form())
    expect(await mailsOf(db, alone.visit.ticketId)).toEqual([])
  })

  test('VS-9 the follow-up moves to when the customer would like it', async () => {
    const { db } = database
    const { visit, ctx } = await finished()
    await inTransaction(ctx, (tx) => openFollowUp(tx, visit, { id: visit.ticketId }))
    await signVisit(ctx, visit.id, { ...(await form()), wishPart: 'evening' })
    expect(await followUpsOf(db, visit.ticketId)).toEqual([
      expect.objectContaining({
        wishPart: 'evening',
        wishWay: 'phone',
        notBefore: at('18:00'),
      }),
    ])
    const record = await recordOf(visit.id)
    expect(JSON.parse(record!.content)).toMatchObject({ wish: { part: 'evening', way: 'phone' } })
  })
})
