import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { weekText } from '#app/platform/week-words.ts'
import { changeCalendar } from '#app/domain/clocks/index.server.ts'
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
import { fieldChanges } from './field-changes.ts'
import type { HoursForm } from './hours-form.ts'

export const hoursSubject = 'setting:hours'

type Hours = Pick<Settings, 'serviceHours' | 'quietHours'>

/** Service hours and quiet hours as their form shows them. */
export async function readHours(ctx: Ctx): Promise<Hours> {
  const { serviceHours, quietHours } = await currentSettings(ctx)
  return { serviceHours, quietHours }
}

/**
 * Changes when the desk answers (IN-2) and when customers are left in peace. What the clocks counted so far stays;
 * what runs is due by the new hours.
 * @throws DomainError conflict `supplyChanged`
 */
export async function changeHours(
  ctx: Ctx<StaffActor>,
  { seen, ...after }: HoursForm,
): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  await inTransaction(ctx, async (tx) => {
    await lockSettings(tx)
    const before = await readHours(tx)
    if (stampOf(before) === stampOf(after)) return
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    await changeCalendar(tx, async () => {
      await keepSetting(tx, ctx.actor, 'serviceHours', after.serviceHours)
    })
    await keepQuiet()
    await recordAudit(tx, 'setting_changed', hoursSubject, fieldChanges(said(before), said(after)))

    async function keepQuiet() {
      if (stampOf(before.quietHours) === stampOf(after.quietHours)) return
      await keepSetting(tx, ctx.actor, 'quietHours', after.quietHours ?? 'never')
    }
  })
}

/** As the audit log keeps it: `1 08:30–22:00; 2 …`, Monday first. */
const said = ({ serviceHours, quietHours }: Hours) => ({
  serviceHours: weekText(serviceHours),
  quietHours: quietHours && `${quietHours.from}–${quietHours.to}`,
})
