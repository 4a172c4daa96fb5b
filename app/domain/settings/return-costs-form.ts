import { z } from 'zod'
import { optionalLine } from '#app/platform/fields.ts'
import { whole, yuan } from './return-fields.ts'

const percent = whole('percent').transform((n) => n / 100)

/** RX-2, RX-3: who may decide up to which cost, what a way usually costs, and how long each step may take. */
export const ReturnCostsForm = z
  .object({
    desk: yuan,
    general: yuan,
    goodsShare: percent,
    partShare: percent,
    residualShare: percent,
    carriage: yuan,
    visit: yuan,
    repairVisit: yuan,
    decideHours: whole('decideHours'),
    appealDays: whole('appealDays'),
    faultAnswerDays: whole('faultAnswerDays'),
    inspectionSample: whole('inspectionSample'),
    seen: optionalLine(60),
  })
  .superRefine(({ desk, general }, ctx) => {
    if (typeof desk !== 'number' || typeof general !== 'number' || desk <= general) return
    ctx.addIssue({ code: 'custom', path: ['general'], message: 'returnSettings:wrong.limits' })
  })
  .transform(({ seen, ...costs }) => ({ seen, costs }))
export type ReturnCostsForm = z.output<typeof ReturnCostsForm>
