import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { PhraseForm } from '#app/domain/phrases/phrase-form.ts'
import { phrasesForTicket } from '#app/domain/phrases/phrases-for-ticket.server.ts'
import { listPhrases, readPhrase } from '#app/domain/phrases/read-phrases.server.ts'
import { addPhrase, changePhrase, retirePhrase } from '#app/domain/phrases/save-phrase.server.ts'
import { fillPhrase, unfilledIn } from '#app/domain/phrases/values.ts'
import { auditLog } from '#db/schema/accounts.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const manager = async () =>
  contextOf(database.db, await aColleague(database.db, 'aftersales_manager'))

const greeting = {
  titleZh: '问候',
  titleEn: 'Greeting',
  bodyZh: '{{name}}您好，工单 {{number}}。{{colleague}}，{{hotline}}',
  bodyEn: 'Dear {{name}}, ticket {{number}}. {{colleague}}, {{hotline}}',
  kinds: [],
  position: 0,
}

describe('KB-2: phrases', () => {
  test('are filled with the ticket’s own values, in its customer’s language', async () => {
    const ctx = await manager()
    await addPhrase(ctx, greeting)
    const zh = await aTicket(database.db, { name: '林晓' })
    const en = await aTicket(database.db, { name: 'Ann Lee', locale: 'en' })
    const bodyFor = async (number: string) =>
      (await phrasesForTicket(ctx, number)).find(({ title }) => title === '问候')?.body
    expect(await bodyFor(zh.number)).toBe(
      `林晓您好，工单 ${zh.number}。${ctx.actor.name}，400-000-1234`,
    )
    expect(await bodyFor(en.number)).toBe(
      `Dear Ann Lee, ticket ${en.number}. ${ctx.actor.name}, 400-000-1234`,
    )
  })

  test('leave a place open whose value nobody knows yet', async () => {
    const ctx = await manager()
    await addPhrase(ctx, { ...greeting, titleZh: '时间', bodyZh: '约在 {{window}}，{{crew}}' })
    const ticket = await aTicket(database.db)
    const find = async () =>
      (await phrasesForTicket(ctx, ticket.number)).find(({ title }) => title === '时间')!
    expect(await find()).toMatchObject({
      body: '约在 【上门时间】，【师傅】',
      unfilled: ['window', 'crew'],
    })
    await aConfirmedVisit(database.db, { ticketId: ticket.id })
    expect((await find()).unfilled).toEqual([])
  })

  test('that suit the ticket’s kind come first, others’ not at all', async () => {
    const ctx = await manager()
    await addPhrase(ctx, { ...greeting, titleZh: '投诉专用', kinds: ['complaint'] })
    await addPhrase(ctx, { ...greeting, titleZh: '维修专用', kinds: ['repair'], position: 900 })
    const { number } = await aTicket(database.db, { kind: 'repair' })
    const titles = (await phrasesForTicket(ctx, number)).map(({ title }) => title)
    expect(titles[0]).toBe('维修专用')
    expect(titles).not.toContain('投诉专用')
  })

  test('Q-6: a stale change is refused; the same change twice is one', async () => {
    const ctx = await manager()
    const id = await addPhrase(ctx, greeting)
    await changePhrase(ctx, id, { ...greeting, titleZh: '你好', version: 1 })
    await changePhrase(ctx, id, { ...greeting, titleZh: '你好', version: 1 })
    const stale = changePhrase(ctx, id, { ...greeting, titleZh: '您好', version: 1 })
    await expect(stale).rejects.toThrow('phraseChanged')
    expect(await readPhrase(ctx, id)).toMatchObject({ titleZh: '你好', version: 2 })
    const log = await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `phrase:${id}`))
    expect(log.map(({ action }) => action)).toEqual(['phrase_changed', 'phrase_changed'])
  })

  test('taken out of use they are no longer offered, and stay readable', async () => {
    const ctx = await manager()
    const id = await addPhrase(ctx, { ...greeting, titleZh: '旧话' })
    await retirePhrase(ctx, id, { version: 1, retired: true })
    await retirePhrase(ctx, id, { version: 1, retired: true })
    const { number } = await aTicket(database.db)
    const offered = await phrasesForTicket(ctx, number)
    expect(offered.some(({ title }) => title === '旧话')).toBe(false)
    expect((await listPhrases(ctx)).find((one) => one.id === id)?.retiredAt).not.toBeNull()
    await expect(retirePhrase(ctx, id, { version: 1, retired: false })).rejects.toThrow(
      'phraseChanged',
    )
  })

  test('are managed by managers and the desk, used by those who write to customers', async () => {
    const caller = contextOf(database.db, await aColleague(database.db, 'caller'))
    await expect(addPhrase(caller, greeting)).rejects.toThrow('forbidden')
    await expect(retirePhrase(caller, 1, { version: 1, retired: true })).rejects.toThrow(
      'forbidden',
    )
    const { number } = await aTicket(database.db)
    await expect(phrasesForTicket(caller, number)).resolves.toBeDefined()
    const guide = contextOf(database.db, await aColleague(database.db, 'store_guide'))
    await expect(phrasesForTicket(guide, number)).rejects.toThrow('forbidden')
  })

  test('with a slip of the pen in the braces are not taken', () => {
    const typed = { ...greeting, kinds: 'repair', position: '1' }
    expect(PhraseForm.parse(typed).kinds).toEqual(['repair'])
    expect(PhraseForm.safeParse({ ...typed, bodyZh: '{{nmae}}您好' }).success).toBe(false)
    expect(PhraseForm.safeParse({ ...typed, titleEn: ' ' }).success).toBe(false)
  })

  test('a customer’s name that looks like a place is only a name', () => {
    expect(fillPhrase('{{name}}', { name: '{{hotline}}', hotline: '1' })).toBe('{{hotline}}')
    expect(unfilledIn('a {{ b }} {{c}} {{c}} {d}')).toEqual(['b', 'c'])
    expect(unfilledIn('约在【上门时间】，with [technician] [sic]')).toEqual(['window', 'crew'])
  })
})
