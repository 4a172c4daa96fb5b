import { recordAudit } from '#app/domain/accounts/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import {
  currentSettings,
  keepSetting,
  lockSettings,
  type Settings,
} from '#app/platform/settings.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import type { CompanyForm } from './company-form.ts'
import { fieldChanges } from './field-changes.ts'

export const companySubject = 'setting:company'

/** What the company is called, as its form shows it. */
export async function readCompany(ctx: Ctx): Promise<Settings['company']> {
  const { nameZh, nameEn, hotline } = (await currentSettings(ctx)).company
  return { nameZh, nameEn, hotline }
}

/**
 * Changes the company's name and hotline: on every page, mail and paper from now on.
 * @throws DomainError conflict `supplyChanged`
 */
export async function changeCompany(
  ctx: Ctx<StaffActor>,
  { seen, nameZh, nameEn, hotline }: CompanyForm,
): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  const after = { nameZh, nameEn, hotline }
  await inTransaction(ctx, async (tx) => {
    await lockSettings(tx)
    const before = await readCompany(tx)
    if (stampOf(before) === stampOf(after)) return
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    await keepSetting(tx, ctx.actor, 'company', after)
    await recordAudit(tx, 'setting_changed', companySubject, fieldChanges(before, after))
  })
}
