import { describe, expect, test } from 'vitest'
import { returnReasons } from '#db/vocabulary/returns.ts'
import {
  changeReturnCosts,
  changeReturnReasons,
  readReturnCosts,
  readReturnReasons,
  returnCostsSubject,
  returnReasonsSubject,
} from '#app/domain/settings/change-returns.server.ts'
import { ReturnCostsForm } from '#app/domain/settings/return-costs-form.ts'
import { ReturnReasonsForm } from '#app/domain/settings/return-reasons-form.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { testDatabase } from '#test/setup/database.ts'
import { as, auditOf, forbidden, rolesWithout, stale } from './scene.ts'

const database = testDatabase()
const manager = () => as(database.db, 'aftersales_manager')

const typedReasons = (facts: Record<string, string> = {}) => ({
  ...Object.fromEntries(
    returnReasons.flatMap((reason) => [
      [`remedy_${reason}`, 'exchange'],
      [`party_${reason}`, 'factory'],
    ]),
  ),
  ...facts,
})
const typedCosts = (facts: Record<string, string> = {}) => ({
  desk: '2,500',
  general: '8000.50',
  goodsShare: '60',
  partShare: '25',
  residualShare: '15',
  carriage: '130.00',
  visit: '180',
  repairVisit: '360',
  decideHours: '48',
  appealDays: '7',
  faultAnswerDays: '3',
  inspectionSample: '0',
  ...facts,
})

describe('RX-1 what a reason leads to', () => {
  test('is what was saved, once, with who changed it; a form filled from older ones is refused', async () => {
    const ctx = await manager()
    const seen = stampOf(await readReturnReasons(ctx))
    const form = ReturnReasonsForm.parse(typedReasons({ party_transit: 'logistics', seen }))
    await changeReturnReasons(ctx, form)
    await changeReturnReasons(ctx, form)
    const now = (await currentSettings(ctx)).returnReasons
    expect([now.transit, now.other]).toEqual([
      { remedy: 'exchange', party: 'logistics' },
      { remedy: 'exchange', party: 'factory' },
    ])
    const [entry, ...more] = await auditOf(database.db, returnReasonsSubject)
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      by: ctx.actor.id,
      data: { other: ['repair / factory', 'exchange / factory'] },
    })
    const other = ReturnReasonsForm.parse(typedReasons({ party_defect: 'store', seen }))
    await expect(changeReturnReasons(await manager(), other)).rejects.toMatchObject(stale)
  })
})

describe('RX-2, RX-3, CP-2, FU-5 limits, costs and times', () => {
  test('are what was saved, and the log says them in yuan and percent', async () => {
    const ctx = await manager()
    const seen = stampOf(await readReturnCosts(ctx))
    const form = ReturnCostsForm.parse(typedCosts({ seen }))
    await changeReturnCosts(ctx, form)
    await changeReturnCosts(ctx, form)
    expect(await currentSettings(ctx)).toMatchObject({
      returnLimits: { desk: 250_000, general: 800_050 },
      returnCosts: { goodsShare: 0.6, carriage: 13_000 },
      decideHours: 48,
      inspectionSample: 0,
    })
    expect(await auditOf(database.db, returnCostsSubject)).toEqual([
      {
        action: 'setting_changed',
        by: ctx.actor.id,
        data: {
          desk: ['3000.00', '2500.00'],
          general: ['10000.00', '8000.50'],
          decideHours: ['24', '48'],
          inspectionSample: ['20', '0'],
        },
      },
    ])
    const other = ReturnCostsForm.parse(typedCosts({ appealDays: '14', seen }))
    await expect(changeReturnCosts(await manager(), other)).rejects.toMatchObject(stale)
  })

  test.each([
    [{ goodsShare: '101' }, 'goodsShare', 'returnSettings:wrong.percent'],
    [{ desk: '-1' }, 'desk', 'returnSettings:wrong.money'],
    [{ desk: '9000' }, 'general', 'returnSettings:wrong.limits'],
    [{ decideHours: '0' }, 'decideHours', 'returnSettings:wrong.decideHours'],
    [{ inspectionSample: '501' }, 'inspectionSample', 'returnSettings:wrong.inspectionSample'],
  ])('that make no sense are refused: %j', (facts, path, message) => {
    const result = ReturnCostsForm.safeParse(typedCosts(facts))
    expect(result.error?.issues[0]).toMatchObject({ path: [path], message })
  })
})

test.each(rolesWithout('settings:manage'))('Q-12 neither is a matter of a %s', async (role) => {
  const ctx = await as(database.db, role)
  const reasons = ReturnReasonsForm.parse(typedReasons())
  await expect(changeReturnReasons(ctx, reasons)).rejects.toMatchObject(forbidden)
  const costs = ReturnCostsForm.parse(typedCosts())
  await expect(changeReturnCosts(ctx, costs)).rejects.toMatchObject(forbidden)
})
