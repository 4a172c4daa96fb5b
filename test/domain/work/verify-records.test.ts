import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type postgres from 'postgres'
import { signedRecords } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { readRecord, verifyRecord, verifyRecords } from '#app/domain/work/index.server.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at } from '#test/domain/visits/scene.ts'
import { aChain, entriesIn, type Entry, forged, tampered } from './chain.ts'

const database = testDatabase()
let ctx: Ctx
let owner: postgres.Sql
let visitIds: number[]
let whole: Entry[]

beforeAll(async () => {
  ctx = asActor(database.db, await aColleague(database.db, 'dispatcher'))
  visitIds = await aChain(database.db, ctx)
  whole = await entriesIn(database.db)
  // The owner of the database, with everything that guards the table out of the way.
  owner = database.connect({ max: 1 })
  await owner`alter table signed_records disable trigger all`
  await owner`drop index signed_records_work`
  await owner`alter table signed_records drop constraint signed_records_pkey`
})

const tamper = <T>(change: (owner: postgres.Sql) => Promise<unknown>, look: () => Promise<T>) =>
  tampered({ db: database.db, owner }, change, look)

/** What the record's page says of a visit. */
const verdictOf = async (visitId: number) => (await readRecord(ctx, visitId)).verdict

const verdicts = async () => {
  const { faults } = await verifyRecords(ctx)
  const states = await Promise.all(visitIds.map(async (id) => (await verdictOf(id)).state))
  return { faults, states }
}

const replaceAll = (entries: Entry[]) => async (sql: postgres.Sql) => {
  await sql`truncate signed_records`
  if (entries.length > 0) await database.db.insert(signedRecords).values(entries)
}

const anyEntry = () => fc.nat({ max: 8 }).map((i) => whole[i % whole.length]!)

describe('VS-3 verifying the signed records', () => {
  test('an untouched chain is whole, corrections and all', async () => {
    expect(await verifyRecords(ctx)).toEqual({ count: 9, faults: [] })
    const counts = await Promise.all(
      visitIds.map(async (id) => {
        const verdict = await verdictOf(id)
        expect(await verifyRecord(ctx, id)).toEqual(verdict)
        return verdict.state === 'valid' ? verdict.corrections : verdict.state
      }),
    )
    expect(counts).toEqual([0, 2, 1, 0, 1])
  })

  const columns = [
    'seq',
    'kind',
    'visit_id',
    'content',
    'previous_hash',
    'hash',
    'signed_at',
    'signer_name',
  ] as const

  /** The column's text with one of its bytes another one. */
  function withOneByteChanged(text: string, place: number, by: number): string | null {
    const bytes = Buffer.from(text)
    const i = place % bytes.length
    const isDigit = bytes[i]! >= 0x30 && bytes[i]! <= 0x39
    bytes[i] = isDigit ? 0x30 + ((bytes[i]! - 0x30 + by) % 10) : (bytes[i]! + by) % 256
    const changed = bytes.toString('utf8')
    return Buffer.from(changed).equals(bytes) && !changed.includes('\0') ? changed : null
  }

  test.each(columns)(
    'any one changed byte of any entry shows on its visit’s page: %s',
    async (column) => {
      let runs = 0
      await fc.assert(
        fc.asyncProperty(
          fc.nat({ max: 8 }),
          fc.nat(),
          fc.integer({ min: 1, max: 255 }),
          async (nth, place, by) => {
            const { seq, visitId } = whole[nth]!
            const found = await tamper(
              async (sql) => {
                const [row] = await sql<{ text: string }[]>`
                select ${sql(column)}::text as text from signed_records where seq = ${seq}`
                const changed = withOneByteChanged(row!.text, place, by)
                if (changed === null) return
                await sql
                  .unsafe(
                    `update signed_records set ${column} = $1::text::${typeOf[column]} where seq = $2
                   and ${column} <> $1::text::${typeOf[column]}`,
                    [changed, seq],
                  )
                  .catch(() => undefined)
              },
              async () => {
                const same = JSON.stringify(await exactly()) === JSON.stringify(untouched)
                return same ? null : { ...(await verdicts()), verdict: await verdictOf(visitId) }
              },
            )
            if (found === null) return
            runs += 1
            expect(found.verdict.state).toBe('broken')
            expect(found.faults).not.toEqual([])
          },
        ),
        // Among them the last entry standing before the first.
        { numRuns: 20, examples: [[8, 0, 1]] },
      )
      expect(runs).toBeGreaterThan(2)
    },
  )

  const typeOf = {
    ...{ seq: 'bigint', kind: 'text', visit_id: 'bigint', content: 'text' },
    ...{ previous_hash: 'text', hash: 'text', signed_at: 'timestamptz', signer_name: 'text' },
  } as const

  /** As the database has it, to the microsecond. */
  const exactly = () => owner`select *, signed_at::text as exact from signed_records order by seq`
  let untouched: unknown
  beforeAll(async () => {
    untouched = await exactly()
  })

  test('an entry passed off as one of the other kind shows', async () => {
    for (const { seq, kind, visitId } of whole) {
      const other = kind === 'work' ? 'correction' : 'work'
      const verdict = await tamper(
        (sql) => sql`update signed_records set kind = ${other} where seq = ${seq}`,
        () => verdictOf(visitId),
      )
      expect(verdict).toEqual({ state: 'broken', fault: 'changed' })
    }
  })

  test.each(['1 microsecond', '1 millisecond', '1 day'])(
    'another time by %s shows',
    async (span) => {
      const { seq, visitId } = whole[6]!
      const verdict = await tamper(
        (sql) =>
          sql`update signed_records set signed_at = signed_at + ${span}::interval where seq = ${seq}`,
        () => verdictOf(visitId),
      )
      expect(verdict).toEqual({ state: 'broken', fault: 'changed' })
    },
  )

  test('any two entries in each other’s place show on both pages', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntry(), anyEntry(), async (one, other) => {
        fc.pre(one.seq !== other.seq)
        const found = await tamper(
          (sql) =>
            sql.begin(async (tx) => {
              await tx`update signed_records set seq = 9000 where seq = ${one.seq}`
              await tx`update signed_records set seq = ${one.seq} where seq = ${other.seq}`
              await tx`update signed_records set seq = ${other.seq} where seq = 9000`
            }),
          verdicts,
        )
        for (const { visitId } of [one, other]) {
          expect(found.states[visitIds.indexOf(visitId)]).toBe('broken')
        }
      }),
      { numRuns: 12 },
    )
  })

  test('any entries gone show on their visits’ pages, even the last, even all of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 1, maxLength: 9 }),
        fc.boolean(),
        async (gone, mended) => {
          const kept = whole.filter((_, i) => !gone.includes(i))
          const found = await tamper(replaceAll(mended ? forged(kept) : kept), verdicts)
          for (const i of gone) {
            const { visitId } = whole[i]!
            expect(found.states[visitIds.indexOf(visitId)]).toBe('broken')
            if (!mended) expect(found.faults).toContainEqual({ visitId, fault: 'missing' })
          }
        },
      ),
      {
        numRuns: 25,
        examples: [
          [[8], false],
          [[8], true],
          [[0], true],
        ],
      },
    )
  })

  test('an entry put in anywhere shows, even with the whole chain hashed anew, even at its end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 9 }),
        fc.constantFrom('work' as const, 'correction' as const),
        fc.nat({ max: 4 }),
        async (place, kind, nth) => {
          const visitId = visitIds[nth]!
          const extra = { kind, visitId, content: '{}', signedAt: at('12:00'), signerName: '谁' }
          const found = await tamper(
            replaceAll(forged([...whole.slice(0, place), extra, ...whole.slice(place)])),
            verdicts,
          )
          expect(found.states[nth]).toBe('broken')
          const later = whole.slice(place).map((entry) => visitIds.indexOf(entry.visitId))
          for (const i of later) expect(found.states[i]).toBe('broken')
          expect(found.faults.map((fault) => fault.visitId)).toContain(visitId)
        },
      ),
      { numRuns: 15, examples: [[9, 'correction', 3]] },
    )
  })

  test('a chain computed anew from a forged entry on shows by the ticket’s history', async () => {
    const found = await tamper(
      replaceAll(forged(whole.map((entry) => ({ ...entry, content: '{"forged":true}' })))),
      verdicts,
    )
    expect(found.states).toEqual(Array(visitIds.length).fill('broken'))
  })

  test('whoever may not see visits may not verify them', async () => {
    const caller = asActor(database.db, await aColleague(database.db, 'warehouse'))
    await expect(verifyRecords(caller)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(verifyRecord(caller, visitIds[0]!)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(readRecord(caller, visitIds[0]!)).rejects.toMatchObject({ kind: 'not_found' })
  })
})
