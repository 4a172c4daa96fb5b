import { returnReasons } from '#db/vocabulary/returns.ts'
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
import { fieldChanges } from './field-changes.ts'
import type { ReturnCostsForm } from './return-costs-form.ts'
import { sayYuan } from './return-fields.ts'
import type { ReturnReasonsForm } from './return-reasons-form.ts'

export const returnReasonsSubject = 'setting:returns'
export const returnCostsSubject = 'setting:return-costs'

type Reasons = Settings['returnReasons']
export type ReturnCosts = ReturnCostsForm['costs']

/** What each reason usually leads to, in the order of the form. */
export async function readReturnReasons(ctx: Ctx): Promise<Reasons> {
  const now = (await currentSettings(ctx)).returnReasons
  return Object.fromEntries(
    returnReasons.map((reason) => {
      const { remedy, party } = now[reason]
      return [reason, { remedy, party }]
    }),
  ) as Reasons
}

/** Limits, usual costs and times, in the order of the form. */
export async function readReturnCosts(ctx: Ctx): Promise<ReturnCosts> {
  const { returnLimits, returnCosts, ...now } = await currentSettings(ctx)
  return {
    desk: returnLimits.desk,
    general: returnLimits.general,
    goodsShare: returnCosts.goodsShare,
    partShare: returnCosts.partShare,
    residualShare: returnCosts.residualShare,
    carriage: returnCosts.carriage,
    visit: returnCosts.visit,
    repairVisit: returnCosts.repairVisit,
    decideHours: now.decideHours,
    appealDays: now.appealDays,
    faultAnswerDays: now.faultAnswerDays,
    inspectionSample: now.inspectionSample,
  }
}

/**
 * Changes what each reason usually leads to and who is usually answerable (RX-1). What was decided stays as it is.
 * @throws DomainError conflict `supplyChanged`
 */
export async function changeReturnReasons(
  ctx: Ctx<StaffActor>,
  { seen, reasons: after }: ReturnReasonsForm,
): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  await inTransaction(ctx, async (tx) => {
    await lockSettings(tx)
    const before = await readReturnReasons(tx)
    if (stampOf(before) === stampOf(after)) return
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    await keepSetting(tx, ctx.actor, 'returnReasons', after)
    const changes = fieldChanges(saidReasons(before), saidReasons(after))
    await recordAudit(tx, 'setting_changed', returnReasonsSubject, changes)
  })
}

/**
 * Changes who may decide up to which cost, the usual costs and the times (RX-2, RX-3, CP-2, FU-5). It counts for what is
 * asked, decided, raised and drawn from now on.
 * @throws DomainError conflict `supplyChanged`
 */
export async function changeReturnCosts(
  ctx: Ctx<StaffActor>,
  { seen, costs: after }: ReturnCostsForm,
): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  await inTransaction(ctx, async (tx) => {
    await lockSettings(tx)
    const before = await readReturnCosts(tx)
    if (stampOf(before) === stampOf(after)) return
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    const { desk, general, decideHours, appealDays, faultAnswerDays, inspectionSample, ...costs } =
      after
    const kept = {
      returnLimits: { desk, general },
      returnCosts: costs,
      decideHours,
      appealDays,
      faultAnswerDays,
      inspectionSample,
    }
    for (const key of Object.keys(kept) as (keyof typeof kept)[]) {
      await keepSetting(tx, ctx.actor, key, kept[key])
    }
    const changes = fieldChanges(saidCosts(before), saidCosts(after))
    await recordAudit(tx, 'setting_changed', returnCostsSubject, changes)
  })
}

/** As the audit log keeps it: `exchange / factory`. */
const saidReasons = (reasons: Reasons) =>
  Object.fromEntries(
    returnReasons.map((reason) => [reason, `${reasons[reason].remedy} / ${reasons[reason].party}`]),
  )

/** Amounts in yuan, shares in percent. */
const saidCosts = ({ desk, general, carriage, visit, repairVisit, ...rest }: ReturnCosts) => ({
  ...rest,
  desk: sayYuan(desk),
  general: sayYuan(general),
  goodsShare: percentOf(rest.goodsShare),
  partShare: percentOf(rest.partShare),
  residualShare: percentOf(rest.residualShare),
  carriage: sayYuan(carriage),
  visit: sayYuan(visit),
  repairVisit: sayYuan(repairVisit),
})

export const percentOf = (share: number): number => Math.round(share * 100)
