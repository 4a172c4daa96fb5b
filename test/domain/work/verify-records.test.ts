import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type postgres from 'postgres'
import { signedRecords } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { appendSignedRecord, verifyRecord, verifyRecords } from '#app/domain/work/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at } from '#test/domain/visits/scene.ts'

const database = testDatabase()
const length = 6
let ctx: Ctx
let owner: postgres.Sql
const visitIds: number[] = []

beforeAll(async () => {
  ctx = asActor(database.db, await aColleague(database.db, 'dispatcher'))
  const crew = await aCrew(database.db)
  const ticket = await aTicket(database.db, { status: 'resolved' })
  for (let i = 0; i < length; i++) {
    const visit = await aConfirmedVisit(database.db, {
      ticketId: ticket.id,
      crewId: crew.id,
      status: 'finished',
      workDone: '好了',
      plannedStart: at('08:00', i),
      plannedEnd: at('09:00', i),
    })
    visitIds.push(visit.id)
    await inTransaction(ctx, async (tx) => {
      const record = await appendSignedRecord(tx, {
        visitId: visit.id,
        content: { visit: visit.id, workDone: '换上铰链，三扇门调平', checks: [true, false] },
        signerName: '林晓岚',
        signedAt: at('09:00', i),
      })
      await recordEvent(tx, ticket, 'work_signed', { hash: record.hash }, visit)
    })
  }
  // The owner of the database, with everything that guards the table out of the way.
  owner = database.connect({ max: 1 })
  await owner`alter table signed_records disable trigger all`
})

type Row = typeof signedRecords.$inferSelect

/** Lets the owner do as they please, looks, and puts everything back. */
async function tampered<T>(change: () => Promise<unknown>, look: () => Promise<T>): Promise<T> {
  const before = await database.db.select().from(signedRecords).orderBy(signedRecords.seq)
  await change()
  try {
    return await look()
  } finally {
    await owner`truncate signed_records`
    await database.db.insert(signedRecords).values(before)
  }
}

const anyFault = async () => {
  const { faults } = await verifyRecords(ctx)
  const states = await Promise.all(visitIds.map((id) => verifyRecord(ctx, id)))
  return { faults, states: states.map(({ state }) => state) }
}

describe('VS-3 verifying the signed records', () => {
  test('an untouched chain is whole', async () => {
    expect(await verifyRecords(ctx)).toEqual({ count: length, faults: [] })
    expect((await anyFault()).states).toEqual(Array(length).fill('valid'))
  })

  test('any one changed character of any record shows', async () => {
    const columns = {
      content: 'content',
      previousHash: 'previous_hash',
      hash: 'hash',
      signerName: 'signer_name',
    } as const satisfies Partial<Record<keyof Row, string>>
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(columns) as (keyof typeof columns)[])),
        fc.nat({ max: length - 1 }),
        fc.nat(),
        fc.integer({ min: 1, max: 60 }),
        async (column, at, place, by) => {
          const visitId = visitIds[at]!
          const rows = await database.db.select().from(signedRecords).orderBy(signedRecords.seq)
          const text = rows[at]![column]
          const i = place % text.length
          const code = text.charCodeAt(i)
          const wrong = String.fromCharCode(code < 0x80 ? 33 + ((code + by) % 90) : code ^ by)
          fc.pre(wrong !== text[i])
          const changed = text.slice(0, i) + wrong + text.slice(i + 1)
          const found = await tampered(
            () =>
              owner`update signed_records set ${owner({ [columns[column]]: changed })} where visit_id = ${visitId}`,
            anyFault,
          )
          expect(found.faults).not.toEqual([])
          expect(found.states[at]).toBe('broken')
        },
      ),
      { numRuns: 60 },
    )
  })

  test('another time of signing shows', async () => {
    const found = await tampered(
      () =>
        owner`update signed_records set signed_at = signed_at + interval '1 millisecond' where visit_id = ${visitIds[2]!}`,
      anyFault,
    )
    expect(found.states[2]).toBe('broken')
  })

  test.each([0, 2, length - 1])('entry %i gone shows, even the last', async (at) => {
    const found = await tampered(
      () => owner`delete from signed_records where visit_id = ${visitIds[at]!}`,
      anyFault,
    )
    expect(found.faults).toContainEqual({ visitId: visitIds[at], fault: 'missing' })
    expect(found.states[at]).toBe('broken')
  })

  test('two entries in each other’s place show', async () => {
    const found = await tampered(
      () =>
        owner.begin(async (sql) => {
          await sql`update signed_records set seq = 9000 where seq = 2`
          await sql`update signed_records set seq = 2 where seq = 3`
          await sql`update signed_records set seq = 3 where seq = 9000`
        }),
      anyFault,
    )
    expect(found.faults.length).toBeGreaterThan(0)
  })

  test('a chain computed anew from a forged entry on shows by the ticket’s history', async () => {
    const found = await tampered(async () => {
      const rows = await database.db.select().from(signedRecords).orderBy(signedRecords.seq)
      await owner`truncate signed_records`
      for (const row of rows) {
        await inTransaction(ctx, (tx) =>
          appendSignedRecord(tx, { ...row, content: { forged: row.seq === 4 } }),
        )
      }
    }, anyFault)
    expect(found.states).toEqual(Array(length).fill('broken'))
  })

  test('whoever may not see visits may not verify them', async () => {
    const caller = asActor(database.db, await aColleague(database.db, 'warehouse'))
    await expect(verifyRecords(caller)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(verifyRecord(caller, visitIds[0]!)).rejects.toMatchObject({ kind: 'not_found' })
  })
})
