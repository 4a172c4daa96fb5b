import { severities } from '#db/vocabulary/tickets.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { rewindClocks } from '#app/domain/clocks/index.server.ts'
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
import type { TargetsForm } from './targets-form.ts'

export const targetsSubject = 'setting:targets'

type Targets = Settings['targets']

/** What each severity is promised, in minutes of service time. */
export const readTargets = async (ctx: Ctx): Promise<Targets> =>
  (await currentSettings(ctx)).targets

/**
 * Changes what each severity is promised (IN-4). It counts from the start: open tickets are due by the new targets,
 * and what they have spent stays spent.
 * @throws DomainError conflict `supplyChanged`
 */
export async function changeTargets(
  ctx: Ctx<StaffActor>,
  { seen, targets: after }: TargetsForm,
): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  await inTransaction(ctx, async (tx) => {
    await lockSettings(tx)
    const before = await readTargets(tx)
    if (stampOf(before) === stampOf(after)) return
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    await keepSetting(tx, ctx.actor, 'targets', after)
    await rewindClocks(tx)
    await recordAudit(
      tx,
      'setting_changed',
      targetsSubject,
      fieldChanges(said(before), said(after)),
    )
  })
}

/** As the audit log keeps it: minutes, `5 / 240 / 1440`. */
const said = (targets: Targets) =>
  Object.fromEntries(
    severities.map((severity) => {
      const { firstContact, onSite, resolution } = targets[severity]
      return [`target${severity}`, `${firstContact} / ${onSite} / ${resolution}`]
    }),
  )
