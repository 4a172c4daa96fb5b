import { describe, expect, test } from 'vitest'
import {
  changeCompany,
  companySubject,
  readCompany,
} from '#app/domain/settings/change-company.server.ts'
import { CompanyForm } from '#app/domain/settings/company-form.ts'
import { lastChanges } from '#app/domain/settings/last-changes.server.ts'
import { rolesInFull } from '#app/domain/settings/roles-in-full.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { testDatabase } from '#test/setup/database.ts'
import { as, auditOf, forbidden, rolesWithout, stale } from './scene.ts'

const database = testDatabase()
const admin = () => as(database.db, 'admin')
const company = { nameZh: '青竹家居', nameEn: 'Green Bamboo', hotline: '400-820-1234' }

describe('the company', () => {
  test('is called what was saved; who changed what is told; the later of two is told (Q-6)', async () => {
    const ctx = await admin()
    const before = await readCompany(ctx)
    const seen = stampOf(before)
    await changeCompany(ctx, { ...company, seen })
    await changeCompany(ctx, { ...company, seen })
    expect((await currentSettings(ctx)).company).toEqual(company)
    await expect(
      changeCompany(await admin(), { ...company, hotline: '95000', seen }),
    ).rejects.toMatchObject(stale)
    expect(await auditOf(database.db, companySubject)).toEqual([
      {
        action: 'setting_changed',
        by: ctx.actor.id,
        data: {
          nameZh: [before.nameZh, company.nameZh],
          nameEn: [before.nameEn, company.nameEn],
          hotline: [before.hotline, company.hotline],
        },
      },
    ])
    expect(
      await lastChanges(ctx, {
        company: { subjects: [companySubject] },
        stores: { actions: ['store_changed'] },
      }),
    ).toEqual({ company: { at: ctx.now().toISOString(), by: ctx.actor.name } })
  })

  test.each(rolesWithout('settings:manage'))('is no matter of a %s', async (role) => {
    const ctx = await as(database.db, role)
    const form = { ...company, seen: stampOf(await readCompany(ctx)) }
    await expect(changeCompany(ctx, form)).rejects.toMatchObject(forbidden)
    await expect(lastChanges(ctx, {})).rejects.toMatchObject(forbidden)
    await expect(rolesInFull(ctx)).rejects.toMatchObject(forbidden)
  })

  test.each(['', 'call us', '12', '<b>400</b>'])(
    'has a hotline one can dial, not %j',
    (hotline) => {
      expect(CompanyForm.safeParse({ ...company, hotline }).success).toBe(false)
    },
  )
})
