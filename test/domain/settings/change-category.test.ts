import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { tickets } from '#db/schema/tickets.ts'
import { CategoryForm, NewCategoryForm } from '#app/domain/settings/category-form.ts'
import {
  addCategory,
  categorySubject,
  changeCategory,
  listCategoriesInFull,
  readCategory,
} from '#app/domain/settings/change-category.server.ts'
import { registerCall, RegisterCallForm } from '#app/domain/tickets/register-call.server.ts'
import { listCategories, reportErrors, submitReport } from '#app/domain/tickets/index.server.ts'
import { triageTicket, TriageTicketForm } from '#app/domain/tickets/triage-ticket.server.ts'
import { changeBookableCategories } from '#app/domain/windows/change-booking-settings.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { aPhone, only, serial } from '#test/factories/serial.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { as, auditOf, forbidden, rolesWithout, stale } from './scene.ts'

const database = testDatabase()
const manager = () => as(database.db, 'aftersales_manager')

const names = () => {
  const n = serial()
  return { nameZh: `灯不亮${n}`, nameEn: `A light is out ${n}` }
}

async function aCategory() {
  const ctx = await manager()
  const key = await addCategory(ctx, { ...names(), submissionKey: newToken() })
  return { ctx, key }
}

/** The form as the page would fill it now, with what somebody changed. */
async function formOf(key: string, changes: Partial<CategoryForm> = {}): Promise<CategoryForm> {
  const facts = await readCategory(await manager(), key)
  return { ...facts, seen: stampOf(facts), ...changes }
}

const keysInOrder = async () => (await listCategoriesInFull(await manager())).map(({ key }) => key)

describe('IN-1 a problem category', () => {
  test('is added at the end under a key of its own; the same form twice is one, and the log says who', async () => {
    const ctx = await manager()
    const form = { ...names(), submissionKey: newToken() }
    const keys = await Promise.all([addCategory(ctx, form), addCategory(ctx, form)])
    expect(new Set(keys).size).toBe(1)
    const key = keys[0]!
    // What is none of them stays the last that is offered.
    expect((await keysInOrder()).slice(-2)).toEqual([key, 'other'])
    expect(await auditOf(database.db, categorySubject(key))).toEqual([
      {
        action: 'category_changed',
        by: ctx.actor.id,
        data: { nameZh: [null, form.nameZh], nameEn: [null, form.nameEn] },
      },
    ])
    await changeCategory(ctx, key, await formOf(key, { nameEn: `${form.nameEn} again` }))
    expect(await keysInOrder()).toContain(key)
  })

  test('does not take the name of another', async () => {
    const { ctx, key } = await aCategory()
    const { nameZh } = await readCategory(ctx, key)
    const taken = { code: 'categoryThere' }
    await expect(
      addCategory(ctx, { ...names(), nameZh, submissionKey: newToken() }),
    ).rejects.toMatchObject(taken)
    const other = await aCategory()
    await expect(
      changeCategory(ctx, other.key, await formOf(other.key, { nameZh })),
    ).rejects.toMatchObject(taken)
  })

  test('is renamed and moved; the others keep their order', async () => {
    const { ctx, key } = await aCategory()
    const before = await keysInOrder()
    const facts = names()
    await changeCategory(ctx, key, await formOf(key, { ...facts, place: 2 }))
    expect(await readCategory(ctx, key)).toEqual({ ...facts, place: 2, active: true })
    const after = await keysInOrder()
    expect(after[1]).toBe(key)
    expect(after.filter((one) => one !== key)).toEqual(before.filter((one) => one !== key))
    const log = await auditOf(database.db, categorySubject(key))
    expect(log.at(-1)?.data).toMatchObject({ place: [String(before.length - 1), '2'] })
  })

  test('Q-6 of two who change it at once the later is told; sent twice it is done once', async () => {
    const { ctx, key } = await aCategory()
    const mine = await formOf(key, names())
    const theirs = await formOf(key, names())
    await changeCategory(ctx, key, mine)
    await changeCategory(ctx, key, mine)
    await expect(changeCategory(await manager(), key, theirs)).rejects.toMatchObject(stale)
    expect(await readCategory(ctx, key)).toMatchObject({ nameEn: mine.nameEn })
    expect(await auditOf(database.db, categorySubject(key))).toHaveLength(2)
  })

  test('the one of bookings without a problem stays offered', async () => {
    await expect(
      changeCategory(await manager(), 'other', await formOf('other', { active: false })),
    ).rejects.toMatchObject({ code: 'categoryNeeded' })
  })

  test.each(rolesWithout('settings:manage'))('is no matter of a %s', async (role) => {
    const ctx = await as(database.db, role)
    await expect(addCategory(ctx, { ...names(), submissionKey: newToken() })).rejects.toMatchObject(
      forbidden,
    )
    await expect(
      changeCategory(ctx, 'door', await formOf('door', { place: 3 })),
    ).rejects.toMatchObject(forbidden)
  })

  test('Q-14 extra fields change nothing', () => {
    const sent = { ...names(), submissionKey: newToken(), key: 'mine', position: '1' }
    expect(Object.keys(NewCategoryForm.parse(sent)).sort()).toEqual([
      'nameEn',
      'nameZh',
      'submissionKey',
    ])
    expect(CategoryForm.safeParse({ ...names(), place: '0' }).success).toBe(false)
  })
})

describe('a category that was added', () => {
  const answers = (category: string) => ({
    product: '玻璃柜',
    category,
    description: '柜子里的灯不亮了',
    address: '上海市徐汇区漕溪路 1 号',
    name: '林晓岚',
    phone: aPhone(),
  })
  const publicly = () => contextOf(database.db, anonymous)
  const call = (category: string) =>
    RegisterCallForm.parse({
      ...answers(category),
      submissionKey: newToken(),
      channel: 'phone',
      kind: 'repair',
      language: 'zh-CN',
    })

  test('is chosen on the portal, in a call and in triage; once retired, by none of them', async () => {
    const { ctx, key } = await aCategory()
    const sent = await submitReport(publicly(), newToken(), answers(key))
    if (!sent.ok) throw new Error(JSON.stringify(sent.errors))
    const desk = await as(database.db, 'desk')
    const number = await registerCall(desk, call(key))
    const ticket = only(await database.db.select().from(tickets).where(eq(tickets.number, number)))
    expect(ticket.category).toBe(key)

    await changeCategory(ctx, key, await formOf(key, { active: false }))
    const gone = { code: 'categoryGone' }
    expect(await reportErrors(publicly(), answers(key))).toEqual({
      category: 'validation:category',
    })
    expect(await submitReport(publicly(), newToken(), answers(key))).toMatchObject({ ok: false })
    await expect(registerCall(desk, call(key))).rejects.toMatchObject(gone)
    const other = await aTicket(database.db)
    const triage = (version: number, category: string) =>
      TriageTicketForm.parse({
        version,
        submissionKey: newToken(),
        kind: 'repair',
        severity: '3',
        category,
      })
    await expect(triageTicket(desk, other.number, triage(1, key))).rejects.toMatchObject(gone)

    // What has it keeps it, and it is still named where it is looked for.
    await triageTicket(desk, number, triage(ticket.version, key))
    expect((await listCategories(desk)).find((one) => one.key === key)).toMatchObject({
      active: false,
    })
    const about = eq(tickets.category, key)
    expect(await database.db.select().from(tickets).where(about)).toHaveLength(2)
  })

  test('a key nobody made is refused, not a fault', async () => {
    const desk = await as(database.db, 'desk')
    await expect(registerCall(desk, call('c-nothing'))).rejects.toMatchObject({
      code: 'categoryGone',
    })
    expect(await submitReport(publicly(), newToken(), answers('c-nothing'))).toMatchObject({
      ok: false,
      errors: { category: 'validation:category' },
    })
  })

  test('BK-1 may be booked as it is reported; what is no category is not kept', async () => {
    const { key } = await aCategory()
    const desk = await as(database.db, 'desk')
    const { bookableCategories } = await currentSettings(desk)
    await changeBookableCategories(desk, {
      bookableCategories: [key, 'door', 'c-nothing'],
      seen: stampOf(bookableCategories),
    })
    expect((await currentSettings(desk)).bookableCategories).toEqual(['door', key])
  })
})
