import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditLog } from '#db/schema/accounts.ts'
import { customerNotes, customers } from '#db/schema/customers.ts'
import type { CustomerGrade } from '#db/vocabulary/customers.ts'
import { type Role, roles } from '#db/vocabulary/roles.ts'
import { recountEveryContact } from '#app/domain/customers/index.server.ts'
import { countContactsDue } from '#app/domain/customers/count-contacts-due.server.ts'
import { eraseCustomer } from '#app/domain/customers/erase-customer.server.ts'
import { exportCustomer } from '#app/domain/customers/export-customer.server.ts'
import {
  gradeCustomer,
  GradeCustomerForm,
  gradeStamp,
} from '#app/domain/customers/grade-customer.server.ts'
import { CustomerFilters, listCustomers } from '#app/domain/customers/list-customers.server.ts'
import { mergeCustomers } from '#app/domain/customers/merge-customers.server.ts'
import { readCustomer } from '#app/domain/customers/read-customer.server.ts'
import { recordContact } from '#app/domain/customers/record-contact.server.ts'
import {
  changeContactDays,
  readContactDays,
} from '#app/domain/settings/change-contact-days.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { permissions } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCustomer, anOrder } from '#test/factories/customers.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const as = async (role: Role, now: Date = tuesdayMorning) =>
  contextOf(database.db, await aColleague(database.db, role), { now })
const without = roles.filter(
  (role) => !(permissions['customer:write'] as readonly Role[]).includes(role),
)
const today = dayOf(tuesdayMorning)
const daysBefore = (days: number) => new Date(tuesdayMorning.getTime() - days * 86_400_000)

const rowOf = async (id: number) =>
  (await database.db.select().from(customers).where(eq(customers.id, id)))[0]!
const auditOf = (id: number) =>
  database.db
    .select({ action: auditLog.action, by: auditLog.actorId, data: auditLog.data })
    .from(auditLog)
    .where(eq(auditLog.subject, `customer:${id}`))
    .orderBy(asc(auditLog.id))
const form = (grade: CustomerGrade | null, was: CustomerGrade | null = null) => ({
  ...{ grade, seen: gradeStamp({ grade: was }) },
})
const note = (body = '问候了一下，一切都好') => ({ body, submissionKey: newToken() })

/** Somebody of a grade, last contacted so many days before. */
async function graded(grade: CustomerGrade, days: number) {
  const customer = await aCustomer(database.db)
  await gradeCustomer(await as('desk'), customer.id, form(grade))
  await recordContact(await as('desk', daysBefore(days)), customer.id, note())
  return customer
}

describe('CU-1: grades', () => {
  test.each([
    ['A', 30],
    ['B', 90],
    ['C', 180],
  ] as const)(
    'of grade %s, contact is due %i days after they became known',
    async (grade, days) => {
      const ctx = await as('desk')
      const { id } = await aCustomer(database.db, { createdAt: daysBefore(10) })
      await gradeCustomer(ctx, id, form(grade))
      expect(await rowOf(id)).toMatchObject({ grade, contactDue: addDays(today, days - 10) })
      expect(await auditOf(id)).toEqual([
        {
          action: 'customer_graded',
          by: ctx.actor.id,
          data: JSON.stringify({ grade: [null, grade] }),
        },
      ])
    },
  )

  test('the same twice is once; another grade is due by its own days; without one nothing is', async () => {
    const ctx = await as('desk')
    const { id } = await aCustomer(database.db, { createdAt: daysBefore(0) })
    await gradeCustomer(ctx, id, form('A'))
    await gradeCustomer(ctx, id, form('A'))
    expect(await auditOf(id)).toHaveLength(1)
    await gradeCustomer(ctx, id, form('C', 'A'))
    expect(await rowOf(id)).toMatchObject({ grade: 'C', contactDue: addDays(today, 180) })
    await gradeCustomer(ctx, id, form(null, 'C'))
    expect(await rowOf(id)).toMatchObject({ grade: null, contactDue: null })
  })

  test('Q-6: refused when a colleague graded them otherwise meanwhile', async () => {
    const ctx = await as('desk')
    const { id } = await aCustomer(database.db)
    await gradeCustomer(ctx, id, form('A'))
    await expect(gradeCustomer(ctx, id, form('B'))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'customerChanged',
    })
    expect(await rowOf(id)).toMatchObject({ grade: 'A' })
  })

  test('not of somebody merged or erased; merged, the one that is kept has its own', async () => {
    const ctx = await as('desk')
    const [kept, gone] = [await graded('B', 1), await graded('A', 100)]
    await mergeCustomers(ctx, gone.id, kept.id)
    expect((await readCustomer(ctx, gone.id)).customer).toMatchObject({ id: kept.id, grade: 'B' })
    await expect(gradeCustomer(ctx, gone.id, form('C', 'A'))).rejects.toMatchObject({
      code: 'customerMerged',
    })
    await expect(recordContact(ctx, gone.id, note())).rejects.toMatchObject({
      code: 'customerMerged',
    })
    const due = await listCustomers(ctx, { q: '', due: true })
    expect(due.rows.map(({ id }) => id)).not.toContain(gone.id)
  })

  test('goes with whoever is erased, and into what they are given of their data', async () => {
    const ctx = await as('aftersales_manager')
    const customer = await graded('A', 40)
    expect((await exportCustomer(ctx, customer.id)).person).toMatchObject([
      { grade: 'A', lastContact: daysBefore(40), nextContact: addDays(today, -10) },
    ])
    const confirm = customer.phone.slice(-4)
    await eraseCustomer(ctx, customer.id, { confirm, reason: '来信要求' })
    expect(await rowOf(customer.id)).toMatchObject({
      ...{ grade: null, contactedAt: null, contactDue: null },
    })
    await expect(gradeCustomer(ctx, customer.id, form('A'))).rejects.toMatchObject({
      code: 'customerErased',
    })
  })

  test('a form says one of them or none', () => {
    expect(GradeCustomerForm.parse({ grade: '', seen: '' }).grade).toBeNull()
    expect(GradeCustomerForm.parse({ grade: 'B', seen: '' }).grade).toBe('B')
    expect(GradeCustomerForm.safeParse({ grade: 'D' }).success).toBe(false)
  })

  test.each(without)('Q-12: not by a %s', async (role) => {
    const ctx = await as(role)
    const { id } = await aCustomer(database.db)
    await expect(gradeCustomer(ctx, id, form('A'))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(recordContact(ctx, id, note())).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await countContactsDue(ctx)).toBeNull()
  })

  test('Q-12: a store grades its own customers and no others', async () => {
    const store = await aStore(database.db)
    const ctx = contextOf(
      database.db,
      await aColleague(database.db, 'store_manager', { storeId: store.id }),
    )
    const { id } = await aCustomer(database.db)
    await expect(gradeCustomer(ctx, id, form('A'))).rejects.toMatchObject({ kind: 'not_found' })
    await anOrder(database.db, { customerId: id, storeId: store.id })
    await gradeCustomer(ctx, id, form('A'))
    expect(await rowOf(id)).toMatchObject({ grade: 'A' })
    const { rows } = await listCustomers(ctx, { q: '', due: true })
    expect(rows.map((row) => row.id)).toEqual([id])
  })
})

describe('CU-1: regular contact', () => {
  test('recorded with a word on how it was; the next is due from that day', async () => {
    const ctx = await as('caller')
    const customer = await graded('A', 45)
    expect(await rowOf(customer.id)).toMatchObject({ contactDue: addDays(today, -15) })
    await recordContact(ctx, customer.id, note('灯和柜子都满意'))
    expect(await rowOf(customer.id)).toMatchObject({
      ...{ contactedAt: tuesdayMorning, contactDue: addDays(today, 30) },
    })
    expect((await readCustomer(ctx, customer.id)).notes[0]).toMatchObject({
      ...{ body: '灯和柜子都满意', author: ctx.actor.name },
    })
  })

  test('Q-5: the same form twice is one contact', async () => {
    const ctx = await as('desk')
    const { id } = await graded('B', 10)
    const form = note('又聊了聊')
    await Promise.all(Array.from({ length: 5 }, () => recordContact(ctx, id, form)))
    const later = await as('desk', new Date(tuesdayMorning.getTime() + 5 * 86_400_000))
    await recordContact(later, id, form)
    expect(await rowOf(id)).toMatchObject({ contactedAt: tuesdayMorning })
    const notes = await database.db
      .select()
      .from(customerNotes)
      .where(eq(customerNotes.submissionKey, form.submissionKey))
    expect(notes).toHaveLength(1)
  })

  test('of somebody without a grade it is kept, and counts once they have one', async () => {
    const ctx = await as('desk')
    const { id } = await aCustomer(database.db)
    await recordContact(await as('desk', daysBefore(3)), id, note())
    expect(await rowOf(id)).toMatchObject({ contactedAt: daysBefore(3), contactDue: null })
    await gradeCustomer(ctx, id, form('A'))
    expect(await rowOf(id)).toMatchObject({ contactDue: addDays(today, 27) })
  })

  test('a day is a day in the company’s zone', async () => {
    // 23:30 in Shanghai, and already the day after at 00:30.
    const late = new Date('2026-03-10T15:30:00Z')
    const { id } = await aCustomer(database.db)
    await gradeCustomer(await as('desk'), id, form('A'))
    await recordContact(await as('desk', late), id, note())
    expect(await rowOf(id)).toMatchObject({ contactDue: '2026-04-09' })
    await recordContact(await as('desk', new Date('2026-03-10T16:30:00Z')), id, note())
    expect(await rowOf(id)).toMatchObject({ contactDue: '2026-04-10' })
  })

  test('who is due is listed, the longest waiting first, page after page, and counted', async () => {
    const ctx = await as('desk')
    const before = (await countContactsDue(ctx))!
    const [longest, long, notYet] = [
      await graded('A', 400),
      await graded('C', 500),
      await graded('A', 29),
    ]
    const onTheDay = await graded('A', 30)
    expect(await countContactsDue(ctx)).toBe(before + 3)
    await Promise.all(
      Array.from({ length: 45 }, (_, i) =>
        aCustomer(database.db, { grade: 'B', contactDue: addDays(today, -20 - (i % 3)) }),
      ),
    )
    const seen: number[] = []
    for (let after: string | undefined; ;) {
      const page = await listCustomers(ctx, CustomerFilters.parse({ due: 'yes', after }))
      seen.push(...page.rows.map(({ id }) => id))
      if (page.more === null) break
      after = page.more
    }
    expect(new Set(seen).size).toBe(seen.length)
    const places = [longest, long, onTheDay].map(({ id }) => seen.indexOf(id))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(seen).not.toContain(notYet.id)
    const ofA = await listCustomers(ctx, CustomerFilters.parse({ grade: 'A' }))
    expect(new Set(ofA.rows.map(({ grade }) => grade))).toEqual(new Set(['A']))
    expect(ofA.rows.map(({ id }) => id)).toContain(notYet.id)
  })

  test('a page’s address that makes no sense is the first page', async () => {
    const ctx = await as('desk')
    for (const after of ['2026-13-40_5', '12', 'x', '2026-01-01_0']) {
      const page = await listCustomers(ctx, CustomerFilters.parse({ due: 'yes', after }))
      expect(page.rows).not.toHaveLength(0)
    }
  })
})

describe('CU-1: other days between contacts', () => {
  const change = async (days: Record<CustomerGrade, number>) => {
    const ctx = await as('aftersales_manager')
    const seen = stampOf(await readContactDays(ctx))
    await changeContactDays(ctx, { seen, contactDays: days })
  }
  const job = (): Ctx => contextOf(database.db, { kind: 'job' as const })

  test('everybody graded is due by them, counted from the last contact; twice comes to the same', async () => {
    const [a, b] = [await graded('A', 5), await graded('B', 5)]
    const none = await aCustomer(database.db)
    await change({ A: 14, B: 90, C: 180 })
    await recountEveryContact(job())
    await recountEveryContact(job())
    expect(await rowOf(a.id)).toMatchObject({ contactDue: addDays(today, 9) })
    expect(await rowOf(b.id)).toMatchObject({ contactDue: addDays(today, 85) })
    expect(await rowOf(none.id)).toMatchObject({ contactDue: null })
    const fresh = await graded('A', 0)
    expect(await rowOf(fresh.id)).toMatchObject({ contactDue: addDays(today, 14) })
    await change({ A: 30, B: 90, C: 180 })
    await recountEveryContact(job())
  })

  test('whoever is graded or contacted at the same moment is due by them too', async () => {
    const ctx = await as('desk')
    const people = await Promise.all(Array.from({ length: 12 }, () => aCustomer(database.db)))
    await Promise.all([
      change({ A: 20, B: 91, C: 181 }).then(() => recountEveryContact(job())),
      ...people.map(({ id }) =>
        gradeCustomer(ctx, id, form('A')).then(() => recordContact(ctx, id, note())),
      ),
    ])
    for (const { id } of people) {
      expect(await rowOf(id)).toMatchObject({ contactDue: addDays(today, 20) })
    }
    await change({ A: 30, B: 90, C: 180 })
    await recountEveryContact(job())
  })

  test('a process that ends leaves the rest to whichever runs next', async () => {
    const stopped = new AbortController()
    stopped.abort()
    await recountEveryContact(job(), stopped.signal)
    const connection = database.connect({ max: 1 })
    const jobs = await connection`
      select 1 from graphile_worker.jobs where task_identifier = 'recount-contacts'`
    expect(jobs).toHaveLength(1)
  })
})
