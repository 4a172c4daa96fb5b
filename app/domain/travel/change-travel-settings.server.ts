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
import type { TravelSettingsForm } from './travel-settings-form.ts'

export const travelSettings = [
  'routingUrl',
  'tileUrl',
  'tileCredit',
  'detour',
  'approachMinutes',
  'planSeconds',
] as const satisfies readonly (keyof Settings)[]
export type TravelSetting = (typeof travelSettings)[number]
export type TravelSettings = Pick<Settings, TravelSetting>

export const travelSubject = 'setting:travel'

/** What ways, map and planner are set to, as their form shows it. */
export async function readTravelSettings(ctx: Ctx): Promise<TravelSettings> {
  const all = await currentSettings(ctx)
  return {
    routingUrl: all.routingUrl,
    tileUrl: all.tileUrl,
    tileCredit: all.tileCredit,
    detour: all.detour,
    approachMinutes: all.approachMinutes,
    planSeconds: all.planSeconds,
  }
}

/** Changes how ways are worked out, what the map shows and how long a day is planned; what is planned stays. */
export async function changeTravelSettings(
  ctx: Ctx<StaffActor>,
  { seen, ...after }: TravelSettingsForm,
): Promise<void> {
  authorize(ctx.actor, 'supply:manage')
  await inTransaction(ctx, async (tx) => {
    await lockSettings(tx)
    const before = await readTravelSettings(tx)
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    const changed = travelSettings.filter((key) => before[key] !== after[key])
    if (changed.length === 0) return
    for (const key of changed) await keepSetting(tx, ctx.actor, key, after[key])
    await recordAudit(
      tx,
      'setting_changed',
      travelSubject,
      Object.fromEntries(changed.map((key) => [key, [said(before[key]), said(after[key])]])),
    )
  })
}

const said = (value: string | number | null) =>
  value === null || value === '' ? null : String(value)
