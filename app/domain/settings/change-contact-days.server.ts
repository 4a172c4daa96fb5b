import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { recountContacts } from '#app/domain/customers/index.server.ts'
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
import type { ContactDaysForm } from './contact-days-form.ts'
import { fieldChanges } from './field-changes.ts'

export const contactDaysSubject = 'setting:contact'

type ContactDays = Settings['contactDays']

/** After how many days customers of each grade are contacted again, as its form shows it. */
export async function readContactDays(ctx: Ctx): Promise<ContactDays> {
  const { A, B, C } = (await currentSettings(ctx)).contactDays
  return { A, B, C }
}

/**
 * Changes how often customers hear from us (CU-1). Counted from the last contact: everybody graded is due by the new
 * days, as soon as a job has gone through them.
 * @throws DomainError conflict `supplyChanged`
 */
export async function changeContactDays(
  ctx: Ctx<StaffActor>,
  { seen, contactDays: after }: ContactDaysForm,
): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  await inTransaction(ctx, async (tx) => {
    await lockSettings(tx)
    const before = await readContactDays(tx)
    if (stampOf(before) === stampOf(after)) return
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    await keepSetting(tx, ctx.actor, 'contactDays', after)
    await recountContacts(tx)
    await recordAudit(
      tx,
      'setting_changed',
      contactDaysSubject,
      fieldChanges(said(before), said(after)),
    )
  })
}

const said = ({ A, B, C }: ContactDays) => ({ contactDaysA: A, contactDaysB: B, contactDaysC: C })
