import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { answerabilities, answerabilityShares, returnCases } from '#db/schema/returns.ts'
import { attachments } from '#db/schema/tickets.ts'
import { AnswerableForm, AnswerAnswerableForm } from '#app/domain/returns/answerable-form.ts'
import { answerAnswerable } from '#app/domain/returns/answer-answerable.server.ts'
import {
  answerableNames,
  inParts,
  readAnswerable,
} from '#app/domain/returns/read-answerable.server.ts'
import { sayAnswerable } from '#app/domain/returns/say-answerable.server.ts'
import { trackedFile } from '#app/domain/tickets/index.server.ts'
import { aCrew } from '#test/factories/crews.ts'
import { contextOf } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf } from '#test/domain/visits/scene.ts'
import { aCase, shared } from './accounts.ts'
import { as, caseNow } from './deciding.ts'

const database = testDatabase()
const create = { width: 60, height: 40, channels: 3 as const, background: '#876' }
const aPicture = () => sharp({ create }).jpeg().toBuffer()
const acting = () => aCase(database.db, { total: 282_000, case: { status: 'acting' } })

describe('RX-5 cause and shares of a case', () => {
  test('RX-5 the first stands at once, in the case and its history', async () => {
    const { case: one, ticket } = await aCase(database.db)
    const desk = await as(database.db, 'desk')
    const crew = await aCrew(database.db)
    const form = shared(
      { factory: '70', logistics: '30%' },
      { factoryNote: '含水率超标', logisticsCrew: String(crew.id) },
    )
    expect(await sayAnswerable(desk, one.number, form)).toBe('stands')
    const now = await caseNow(database.db, one.id)
    expect(now).toMatchObject({ status: 'asked', version: 2, answerabilityPendingId: null })
    const read = await readAnswerable(desk, one.number)
    expect(read.entries).toMatchObject([
      {
        id: now.answerabilityId,
        standing: 'in_force',
        cause: '板材含水率超标',
        own: true,
        shares: [
          { party: 'factory', percent: 70, note: '含水率超标', amount: null },
          { party: 'logistics', percent: 30, crewId: crew.id, who: crew.nameZh },
        ],
      },
    ])
    expect(await eventsOf(database.db, ticket.id)).toContainEqual(
      expect.objectContaining({
        kind: 'return_answerable',
        data: {
          case: one.number,
          shares: [
            { party: 'factory', percent: 70 },
            { party: 'logistics', percent: 30 },
          ],
          waits: false,
        },
      }),
    )
  })

  test('RX-5 with everything else done, it ends the case', async () => {
    const { case: one } = await acting()
    await sayAnswerable(await as(database.db, 'desk'), one.number, shared({ factory: '100' }))
    expect(await caseNow(database.db, one.id)).toMatchObject({ status: 'closed' })
  })

  test('Q-5 the same form twice is one', async () => {
    const { case: one } = await aCase(database.db)
    const desk = await as(database.db, 'desk')
    const form = shared({ store: '100' })
    expect(await Promise.all([1, 2].map(() => sayAnswerable(desk, one.number, form)))).toEqual([
      'stands',
      'stands',
    ])
    expect((await readAnswerable(desk, one.number)).entries).toHaveLength(1)
  })

  test('RX-5 evidence is kept with the case, and is not the customer’s to see', async () => {
    const { case: one, ticket } = await aCase(database.db)
    const photo = { field: 'photos', name: 'a.png', bytes: await aPicture(), tooBig: false }
    await sayAnswerable(await as(database.db, 'desk'), one.number, shared({ factory: '100' }), [
      photo,
    ])
    const file = only(
      await database.db.select().from(attachments).where(eq(attachments.caseId, one.id)),
    )
    expect(file).toMatchObject({ stage: 'evidence', ticketId: ticket.id })
    const customer = contextOf(database.db, { kind: 'customer' as const, ticketId: ticket.id })
    await expect(trackedFile(customer, file.id)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a file that is no picture is named, and nothing is written', async () => {
    const { case: one } = await aCase(database.db)
    const file = { field: 'photos', name: 'x.exe', bytes: Buffer.from('MZ'), tooBig: false }
    const desk = await as(database.db, 'desk')
    await expect(
      sayAnswerable(desk, one.number, shared({ factory: '100' }), [file]),
    ).rejects.toMatchObject({ code: 'filesRefused', values: { names: 'x.exe' } })
    expect((await readAnswerable(desk, one.number)).entries).toEqual([])
  })

  test('RX-5 shares are a hundred in all: in the form, in the verb and in the database', async () => {
    const form = (percents: Record<string, string>) =>
      AnswerableForm.safeParse({ ...shared({ factory: '100' }), ...percents })
    expect(form({ factoryPercent: '60', storePercent: '30' }).error?.issues).toMatchObject([
      { path: [], message: 'sharesNotWhole' },
    ])
    expect(form({ factoryPercent: '33.3' }).error?.issues).toMatchObject([
      { path: ['factoryPercent'], message: 'validation:percent' },
    ])
    const { case: one, clerk } = await aCase(database.db)
    const whole = shared({ factory: '100' })
    await expect(
      sayAnswerable(await as(database.db, 'desk'), one.number, {
        ...whole,
        shares: whole.shares.map((share) => ({ ...share, percent: 90 })),
      }),
    ).rejects.toMatchObject({ code: 'sharesNotWhole' })
    const raw = database.db.transaction(async (tx) => {
      const row = only(
        await tx
          .insert(answerabilities)
          .values({
            caseId: one.id,
            seq: 9,
            cause: '-',
            evidence: '-',
            at: new Date(),
            by: clerk.id,
          })
          .returning(),
      )
      await tx
        .insert(answerabilityShares)
        .values({ answerabilityId: row.id, party: 'factory', percent: 99 })
    })
    await expect(raw).rejects.toMatchObject({ constraint_name: 'answerability_shares_whole' })
  })

  test('a change says why and waits, also once the case is closed; somebody else lets it stand', async () => {
    const { case: one } = await acting()
    const desk = await as(database.db, 'desk')
    await sayAnswerable(desk, one.number, shared({ factory: '100' }))
    const { answerabilityId: first, version } = await caseNow(database.db, one.id)
    const change = { version: String(version) }
    await expect(
      sayAnswerable(desk, one.number, shared({ store: '100' }, change)),
    ).rejects.toMatchObject({ code: 'answerableWhy' })
    const form = shared({ factory: '50', store: '50' }, { ...change, why: '门店没验货' })
    expect(await sayAnswerable(desk, one.number, form)).toBe('waits')
    const waiting = await caseNow(database.db, one.id)
    expect(waiting).toMatchObject({ answerabilityId: first, status: 'closed' })
    const manager = await as(database.db, 'aftersales_manager')
    const answer = AnswerAnswerableForm.parse({
      answerability: waiting.answerabilityPendingId,
      answer: 'approve',
    })
    await answerAnswerable(manager, one.number, answer)
    expect(await caseNow(database.db, one.id)).toMatchObject({
      answerabilityId: waiting.answerabilityPendingId,
      answerabilityPendingId: null,
      status: 'closed',
    })
    const { entries } = await readAnswerable(manager, one.number)
    expect(entries.map(({ standing, why }) => [standing, why])).toEqual([
      ['in_force', '门店没验货'],
      ['past', ''],
    ])
    await expect(answerAnswerable(manager, one.number, answer)).rejects.toMatchObject({
      code: 'approvalOver',
    })
  })

  test('a refused change says why and leaves the one in force', async () => {
    const { case: one } = await aCase(database.db, { shares: { factory: 100 } })
    const manager = await as(database.db, 'aftersales_manager')
    await sayAnswerable(manager, one.number, shared({ store: '100' }, { why: '看错了' }))
    const { answerabilityPendingId: pending } = await caseNow(database.db, one.id)
    const said = { answerability: pending!, answer: 'refuse' as const, reason: '照片不支持' }
    await expect(answerAnswerable(manager, one.number, said)).rejects.toMatchObject({
      code: 'ownDecision',
    })
    const general = await as(database.db, 'general_manager')
    await answerAnswerable(general, one.number, said)
    const read = await readAnswerable(general, one.number)
    expect(read.entries).toMatchObject([
      { standing: 'refused', answer: '照片不支持' },
      { standing: 'in_force', shares: [{ party: 'factory', percent: 100 }] },
    ])
    const { error } = AnswerAnswerableForm.safeParse({ answerability: 1, answer: 'refuse' })
    expect(error?.issues).toMatchObject([{ path: ['reason'], message: 'validation:reason' }])
  })

  test('Q-6 from an older version it is refused, and of a cancelled case too', async () => {
    const { case: one } = await aCase(database.db)
    const desk = await as(database.db, 'desk')
    await expect(
      sayAnswerable(desk, one.number, shared({ factory: '100' }, { version: '7' })),
    ).rejects.toMatchObject({ code: 'caseChanged' })
    const { case: gone } = await aCase(database.db, {
      case: { status: 'cancelled', cancelledAt: new Date(), cancelReason: '不要了' },
    })
    await expect(
      sayAnswerable(desk, gone.number, shared({ factory: '100' })),
    ).rejects.toMatchObject({ code: 'caseNotInState' })
  })

  test('Q-12 who may: not the caller, not the store; another store’s case is a missing one', async () => {
    const { case: one } = await aCase(database.db, { shares: { factory: 100 }, total: 1000 })
    for (const role of ['caller', 'store_manager', 'warehouse', 'purchaser'] as const) {
      await expect(
        sayAnswerable(await as(database.db, role), one.number, shared({ factory: '100' })),
      ).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(answerableNames(await as(database.db, role))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
    await expect(
      answerAnswerable(await as(database.db, 'desk'), one.number, {
        answerability: 1,
        answer: 'approve',
        reason: '',
      }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const other = await aStore(database.db)
    const manager = await aColleague(database.db, 'store_manager', { storeId: other.id })
    await expect(readAnswerable(contextOf(database.db, manager), one.number)).rejects.toMatchObject(
      { kind: 'not_found' },
    )
  })

  test('Q-13 amounts are for those who may know costs', async () => {
    const store = await aStore(database.db)
    const { case: one } = await aCase(database.db, {
      total: 282_000,
      shares: { factory: 70, logistics: 30 },
      ticket: { storeId: store.id },
    })
    const seen = await readAnswerable(await as(database.db, 'desk'), one.number)
    expect(seen.cost).toEqual({ total: 282_000, currency: 'CNY' })
    expect(seen.entries[0]!.shares.map(({ amount }) => amount)).toEqual([197_400, 84_600])
    const manager = await aColleague(database.db, 'store_manager', { storeId: store.id })
    const unseen = await readAnswerable(contextOf(database.db, manager), one.number)
    expect(unseen.cost).toBeNull()
    expect(unseen.entries[0]!.shares.map(({ amount }) => amount)).toEqual([null, null])
  })

  test('nobody is made answerable who isn’t there', async () => {
    const { case: one } = await aCase(database.db)
    const form = shared({ installer: '100' }, { installerCrew: '999999' })
    await expect(
      sayAnswerable(await as(database.db, 'desk'), one.number, form),
    ).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('what was written is never changed', async () => {
    const { case: one } = await aCase(database.db, { shares: { factory: 100 } })
    await expect(
      database.db
        .update(answerabilities)
        .set({ cause: '别的' })
        .where(eq(answerabilities.caseId, one.id)),
    ).rejects.toThrow()
    expect(
      only(await database.db.select().from(returnCases).where(eq(returnCases.id, one.id))),
    ).toMatchObject({
      answerabilityId: one.answerabilityId,
    })
  })
})

test.each([
  [100, [33, 33, 34], [33, 33, 34]],
  [10, [33, 33, 34], [3, 4, 3]],
  [1, [50, 50], [1, 0]],
  [0, [70, 30], [0, 0]],
])('parts of %i by %j add up to it', (total, percents, parts) => {
  expect(inParts(total, percents)).toEqual(parts)
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
})
