import { describe, expect, test } from 'vitest'
import { addTerm, changeTerm } from '#app/domain/settings/change-terms.server.ts'
import { TermForm } from '#app/domain/settings/term-form.ts'
import { listTerms, readTerm, termsSubject } from '#app/domain/settings/terms.server.ts'
import { termsOf } from '#app/domain/returns/terms-of.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { testDatabase } from '#test/setup/database.ts'
import { as, auditOf, forbidden, rolesWithout, stale } from './scene.ts'

const database = testDatabase()
const manager = () => as(database.db, 'aftersales_manager')

const form = (facts: Record<string, unknown> = {}) =>
  TermForm.parse({
    nameZh: '五金件三年保换',
    nameEn: 'Fittings exchanged within three years',
    reasons: ['defect'],
    remedies: ['part'],
    span: '36',
    unit: 'months',
    place: '1',
    active: 'yes',
    ...facts,
  })
const names = async (ctx: Awaited<ReturnType<typeof manager>>) =>
  (await listTerms(ctx)).map(({ nameZh }) => nameZh)

describe('RX-2 terms of return', () => {
  test('one that is added stands where it was put, once, and cases are judged by it', async () => {
    const ctx = await manager()
    const before = await names(ctx)
    await addTerm(ctx, form())
    await addTerm(ctx, form())
    expect(await names(ctx)).toEqual(['五金件三年保换', ...before])
    const judged = await termsOf(ctx, {
      productId: null,
      reason: 'defect',
      deliveredOn: '2025-01-01',
      unpacked: true,
      misused: false,
      today: '2026-03-10',
    })
    expect(judged.map(({ nameZh, verdict }) => [nameZh, verdict])).toContainEqual([
      '五金件三年保换',
      'applies',
    ])
    const entries = await auditOf(database.db, termsSubject)
    expect(entries).toHaveLength(1)
    expect(entries[0]!.data).toMatchObject({ termSpan: [null, '36 months'] })
  })

  test('it is changed, moved and taken out of force; from an older form it is refused', async () => {
    const ctx = await manager()
    const { id } = (await listTerms(ctx))[0]!
    const seen = stampOf(await readTerm(ctx, id))
    const changed = form({ span: '30', unit: 'days', place: '99', active: undefined, seen })
    await changeTerm(ctx, id, changed)
    await changeTerm(ctx, id, changed)
    const all = await listTerms(ctx)
    expect(all.at(-1)).toMatchObject({ id, days: 30, months: null, active: false })
    await expect(changeTerm(ctx, id, form({ seen }))).rejects.toMatchObject(stale)
  })

  test('a product the catalogue doesn’t have is refused; so is a term that isn’t there', async () => {
    const ctx = await manager()
    const unknown = { code: 'productUnknown' }
    await expect(addTerm(ctx, form({ model: 'XX-0' }))).rejects.toMatchObject(unknown)
    await expect(changeTerm(ctx, 999_999, form())).rejects.toMatchObject({ kind: 'not_found' })
  })

  test.each([
    [{ reasons: [] }, 'reasons', 'returnSettings:wrong.reasons'],
    [{ remedies: ['gift'] }, 'remedies', expect.any(String) as string],
    [{ span: '0' }, 'span', 'returnSettings:wrong.span'],
  ])('that make no sense are refused: %j', (facts, path, message) => {
    const result = TermForm.safeParse({
      ...{ nameZh: '一', nameEn: 'one', reasons: ['defect'], remedies: ['part'] },
      ...{ span: '7', unit: 'days', place: '1', ...facts },
    })
    expect(result.error?.issues[0]?.path[0]).toBe(path)
    expect(result.error?.issues[0]).toMatchObject({ message })
  })

  test.each(rolesWithout('settings:manage'))('Q-12 they are no matter of a %s', async (role) => {
    const ctx = await as(database.db, role)
    await expect(addTerm(ctx, form())).rejects.toMatchObject(forbidden)
    await expect(changeTerm(ctx, 1, form())).rejects.toMatchObject(forbidden)
  })
})
