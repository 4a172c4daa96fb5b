import { inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { stores } from '#db/schema/stores.ts'
import {
  addStore,
  changeStore,
  listStoresInFull,
  readStore,
  storeSubject,
} from '#app/domain/settings/change-store.server.ts'
import { goingOn } from '#app/domain/settings/going-on.server.ts'
import { StoreForm } from '#app/domain/settings/store-form.ts'
import { peopleOfStore } from '#app/domain/settings/roles-in-full.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { anOrder } from '#test/factories/customers.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
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
    const listed = await listStoresInFull(ctx)
    expect(listed.filter(({ code }) => code === form.code)).toHaveLength(1)
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

  test('has an address; is closed and opened again, each with a trace; twice is once', async () => {
    const ctx = await admin()
    const form = typed({ address: '浦东新区 张杨路 500 号' })
    const id = await addStore(ctx, form)
    const closes = { ...form, closed: true, seen: stampOf(await readStore(ctx, id)) }
    await changeStore(ctx, id, closes)
    await changeStore(ctx, id, closes)
    const closed = async () =>
      (await listStoresInFull(ctx)).find((store) => store.id === id)!.closedAt
    expect(await closed()).toEqual(ctx.now())
    expect(await readStore(ctx, id)).toMatchObject({ address: form.address, closed: true })
    // What else is changed leaves the day on which it closed.
    const later = { ...ctx, now: () => new Date(ctx.now().getTime() + 86_400_000) }
    const moved = { ...closes, nameEn: 'Old Riverside', seen: stampOf(await readStore(ctx, id)) }
    await changeStore(later, id, moved)
    expect(await closed()).toEqual(ctx.now())
    await expect(changeStore(ctx, id, { ...form, seen: closes.seen })).rejects.toMatchObject(stale)
    await changeStore(ctx, id, { ...form, seen: stampOf(await readStore(ctx, id)) })
    expect(await closed()).toBeNull()
    const log = await auditOf(database.db, storeSubject(id))
    expect(log.map(({ data }) => (data as Record<string, unknown>).closed)).toEqual([
      undefined,
      ['false', 'true'],
      undefined,
      ['true', 'false'],
    ])
  })

  test('that is the last one open is not closed, not by two at once either', async () => {
    const ctx = await admin()
    const ids = [await addStore(ctx, typed()), await addStore(ctx, typed())]
    const { db } = database
    const others = (await listStoresInFull(ctx)).filter(
      ({ id, closedAt }) => !ids.includes(id) && closedAt === null,
    )
    const set = (closedAt: Date | null) =>
      db
        .update(stores)
        .set({ closedAt })
        .where(
          inArray(
            stores.id,
            others.map(({ id }) => id),
          ),
        )
    await set(ctx.now())
    const outcomes = await Promise.allSettled(
      ids.map(async (id) => {
        const before = await readStore(ctx, id)
        await changeStore(ctx, id, { ...before, closed: true, seen: stampOf(before) })
      }),
    )
    await set(null)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'storeLast' },
    })
  })

  test('shows what it has still to see to', async () => {
    const { db } = database
    const store = await aStore(db)
    await anOrder(db, { storeId: store.id, deliveredOn: null })
    await anOrder(db, { storeId: store.id, deliveredOn: '2026-03-01' })
    await aTicket(db, { storeId: store.id })
    await aTicket(db, { storeId: store.id, status: 'closed' })
    expect(await goingOn(await admin(), store.id)).toEqual({ openOrders: 1, openTickets: 1 })
    await expect(goingOn(await as(db, 'desk'), store.id)).rejects.toMatchObject(forbidden)
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
