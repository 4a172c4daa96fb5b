import { describe, expect, test } from 'vitest'
import {
  addStore,
  changeStore,
  listStoresInFull,
  readStore,
  storeSubject,
} from '#app/domain/settings/change-store.server.ts'
import { StoreForm } from '#app/domain/settings/store-form.ts'
import { peopleOfStore } from '#app/domain/settings/roles-in-full.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'
import { as, auditOf, forbidden, rolesWithout, stale } from './scene.ts'

const database = testDatabase()
const admin = () => as(database.db, 'admin')

const typed = (facts: Partial<Record<keyof StoreForm, string>> = {}) =>
  StoreForm.parse({
    code: `n-${serial()}`,
    nameZh: '滨江店',
    nameEn: 'Riverside',
    cityZh: '杭州',
    cityEn: 'Hangzhou',
    ...facts,
  })

describe('a store', () => {
  test('is opened once, however often its form is sent, and the log says who', async () => {
    const ctx = await admin()
    const form = typed()
    const ids = await Promise.all([addStore(ctx, form), addStore(ctx, form)])
    expect(new Set(ids).size).toBe(1)
    expect(form.code).toMatch(/^N-\d+$/)
    const stores = await listStoresInFull(ctx)
    expect(stores.filter(({ code }) => code === form.code)).toHaveLength(1)
    const log = await auditOf(database.db, storeSubject(ids[0]!))
    expect(log).toHaveLength(1)
    expect(log[0]).toMatchObject({
      action: 'store_changed',
      by: ctx.actor.id,
      data: { code: [null, form.code], nameZh: [null, '滨江店'] },
    })
  })

  test('does not take the code of another', async () => {
    const ctx = await admin()
    const there = await aStore(database.db)
    const taken = { code: 'storeThere' }
    await expect(addStore(ctx, typed({ code: there.code }))).rejects.toMatchObject(taken)
    const id = await addStore(ctx, typed())
    const seen = stampOf(await readStore(ctx, id))
    await expect(changeStore(ctx, id, typed({ code: there.code, seen }))).rejects.toMatchObject(
      taken,
    )
  })

  test('Q-6 is changed from what was seen; the later of two is told', async () => {
    const ctx = await admin()
    const id = await addStore(ctx, typed())
    const seen = stampOf(await readStore(ctx, id))
    const mine = typed({ nameEn: 'Riverside East', seen })
    await changeStore(ctx, id, mine)
    await changeStore(ctx, id, mine)
    await expect(changeStore(await admin(), id, typed({ seen }))).rejects.toMatchObject(stale)
    expect(await readStore(ctx, id)).toMatchObject({ nameEn: 'Riverside East' })
    const [, change, ...more] = await auditOf(database.db, storeSubject(id))
    expect(change?.data).toMatchObject({ nameEn: ['Riverside', 'Riverside East'] })
    expect(more).toEqual([])
  })

  test('shows its people, not those who were shut out or are elsewhere', async () => {
    const { db } = database
    const store = await aStore(db)
    const head = await aColleague(db, 'store_manager', { storeId: store.id, name: '王' })
    await aColleague(db, 'store_guide', { storeId: store.id, disabledAt: new Date() })
    await aColleague(db, 'store_guide')
    expect(await peopleOfStore(await admin(), store.id)).toEqual([
      { id: head.id, name: '王', roles: ['store_manager'] },
    ])
  })

  test.each(rolesWithout('settings:manage'))('is no matter of a %s', async (role) => {
    const ctx = await as(database.db, role)
    const store = await aStore(database.db)
    await expect(addStore(ctx, typed())).rejects.toMatchObject(forbidden)
    await expect(changeStore(ctx, store.id, typed())).rejects.toMatchObject(forbidden)
  })

  test.each(['', '门店', 'A B', '-A'])('has a code that can be typed, not %j', (code) => {
    expect(StoreForm.safeParse({ ...typed(), code }).success).toBe(false)
  })
})
