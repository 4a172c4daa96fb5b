import { drizzle } from 'drizzle-orm/postgres-js'
import { describe, expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import { auditActions } from '#db/vocabulary/audit.ts'
import { auditKinds } from '#app/domain/accounts/audit-kinds.ts'
import { findAudit } from '#app/domain/accounts/find-audit.server.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { listAudit } from '#app/domain/accounts/list-audit.server.ts'
import { lastChanges } from '#app/domain/settings/last-changes.server.ts'
import { recordedSettings } from '#app/routes/console/admin/settings-list.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCustomer } from '#test/factories/customers.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

async function scene() {
  const { db } = database
  const admin = await aColleague(db, 'admin', { name: '管理员' })
  const desk = await aColleague(db, 'desk')
  const store = await aStore(db)
  const on = (day: string, actor = admin) =>
    contextOf(db, actor, { now: new Date(`${day}T10:00:00+08:00`) })
  await recordAudit(on('2026-03-01'), 'store_changed', `store:${store.id}`, {
    nameZh: ['甲', '乙'],
  })
  await recordAudit(on('2026-03-02'), 'person_changed', `staff:${desk.id}`)
  await recordAudit(on('2026-03-03', desk), 'sign_in', `staff:${desk.id}`)
  await recordAudit(on('2026-03-04', desk), 'store_changed', `store:${store.id}`)
  return { admin, desk, store, ctx: on('2026-03-10') }
}

describe('the audit log', () => {
  test('is narrowed by person, action, kind, thing and days, and by several at once', async () => {
    const { desk, admin, store, ctx } = await scene()
    const found = async (filter: Omit<Parameters<typeof listAudit>[1], 'before'>) =>
      (await listAudit(ctx, { before: null, ...filter })).entries.map(
        ({ action, at }) => `${at.slice(8, 10)} ${action}`,
      )
    const subject = `store:${store.id}`
    expect(await found({ person: desk.id })).toEqual([
      '04 store_changed',
      '03 sign_in',
      '02 person_changed',
    ])
    expect(await found({ person: admin.id })).toEqual(['02 person_changed', '01 store_changed'])
    expect(await found({ subject })).toEqual(['04 store_changed', '01 store_changed'])
    expect(await found({ subject, person: desk.id })).toEqual(['04 store_changed'])
    expect(await found({ person: desk.id, kind: 'sign_in' })).toEqual(['03 sign_in'])
    expect(await found({ person: desk.id, action: 'person_changed' })).toEqual([
      '02 person_changed',
    ])
    expect(await found({ kind: 'store', action: 'sign_in' })).toEqual([])
    expect(await found({ subject, from: '2026-03-02', to: '2026-03-04' })).toEqual([
      '04 store_changed',
    ])
    expect(await found({ subject, from: '2026-03-05' })).toEqual([])
    expect(await found({ person: desk.id, to: '2026-03-02' })).toEqual(['02 person_changed'])
  })

  test('says what a thing is called, in the reader’s language', async () => {
    const { store, admin } = await scene()
    const en = contextOf(database.db, admin, { locale: 'en' })
    const { about, entries } = await listAudit(en, { subject: `store:${store.id}`, before: null })
    expect(about).toEqual({ matter: 'store', key: String(store.id), name: store.nameEn })
    expect(entries.at(-1)?.facts).toEqual([{ field: 'nameZh', from: '甲', to: '乙' }])
  })

  test('says who was merged with whom, whose hours changed, why somebody was erased; what is new is called added', async () => {
    const { ctx, store } = await scene()
    const [kept, gone] = [await aCustomer(database.db), await aCustomer(database.db)]
    const about = `customer:${kept.id}`
    await recordAudit(ctx, 'customer_merged', about, { merged: gone.id })
    await recordAudit(ctx, 'customer_erased', about, { reason: '来信要求', entries: 2 })
    await recordAudit(ctx, 'duty_changed', 'duty:2026-11-30', {
      '2026-11-30 周敏': [null, '08:30–15:00'],
    })
    await recordAudit(ctx, 'store_changed', `store:${store.id}`, { nameZh: [null, '甲'] })
    const of = async (subject: string) => (await listAudit(ctx, { subject, before: null })).entries
    const [erased, merged] = await of(about)
    expect(merged).toMatchObject({
      about: { matter: 'customer', name: kept.name },
      extras: [{ what: 'merged', to: gone.name }],
    })
    expect(erased!.extras).toMatchObject([
      { what: 'reason', to: '来信要求' },
      { what: 'entries', to: '2' },
    ])
    expect((await of('duty:2026-11-30'))[0]!.extras).toEqual([
      { what: 'duty', from: null, to: '08:30–15:00', cell: { day: '2026-11-30', name: '周敏' } },
    ])
    expect((await of(`store:${store.id}`)).map(({ added }) => added)).toEqual([true, false, false])
  })

  test('goes on page by page, none twice, none left out', async () => {
    const { ctx } = await scene()
    for (let n = 0; n < 60; n++) await recordAudit(ctx, 'duty_changed', `duty:${n}`)
    for (let n = 0; n < 60; n++) await recordAudit(ctx, 'crew_changed', `crew:${n}`)
    for (let n = 0; n < 10; n++) await recordAudit(ctx, 'shifts_changed', `crew:${n}`)
    const ids: number[] = []
    let before: number | null = null
    do {
      const page: Awaited<ReturnType<typeof listAudit>> = await listAudit(ctx, {
        kind: 'crew',
        before,
      })
      ids.push(...page.entries.map(({ id }) => id))
      before = page.next
    } while (before !== null)
    expect(ids).toHaveLength(70)
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a))
  })

  test('every action is told of under one kind', () => {
    const told = Object.values(auditKinds).flat()
    expect([...told].sort()).toEqual([...new Set(auditActions)].sort())
  })

  test('Q-26 each filter walks an index, never the whole log', async () => {
    const { desk, store } = await scene()
    const planned: { query: string; params: unknown[] }[] = []
    const sql = database.connect({ max: 1 })
    await sql`
      insert into audit_log (at, actor_id, action, subject)
      select now(), null, 'sign_in', 'staff:' || gen_random_uuid() from generate_series(1, 20000)`
    await sql`analyze audit_log`
    const db = drizzle(sql, {
      schema,
      logger: { logQuery: (query, params) => planned.push({ query, params }) },
    })
    const ctx = { ...contextOf(database.db, desk), db }
    const filters = [
      {},
      { person: desk.id },
      { kind: 'crew' },
      { action: 'store_changed' },
      { subject: `store:${store.id}` },
      { subject: `store:${store.id}`, from: '2026-03-01', to: '2026-03-31' },
    ] as const
    for (const filter of filters) await findAudit(ctx, { before: 99_999, ...filter }, 51)
    const admin = await aColleague(database.db, 'admin')
    await lastChanges({ ...ctx, actor: admin }, recordedSettings)
    expect(planned.length).toBe(filters.length + 1)
    for (const { query, params } of planned) {
      const rows = await sql.unsafe(`explain ${query}`, params as string[])
      const plan = rows.map((row) => Object.values(row)[0] as string).join('\n')
      expect(plan).not.toMatch(/Seq Scan on audit_log/)
    }
  })
})
