import { z } from 'zod'
import { line, optionalText, version } from '#app/platform/fields.ts'
import { optionalMoney } from '#app/platform/money-field.ts'

/** RX-5: a claim on the supplier. An amount left empty is the factory's share. */
export const MakeClaimForm = z.object({
  supplier: line(120),
  amount: optionalMoney.refine((amount) => amount !== 0, 'validation:required'),
  note: optionalText(2000),
})
export type MakeClaimForm = z.output<typeof MakeClaimForm>

export const SendClaimForm = z.object({ version })
export type SendClaimForm = z.output<typeof SendClaimForm>

/** What the supplier answered: what they gave, or why they gave nothing. */
export const SettleClaimForm = z
  .object({
    result: z.enum(['credited', 'refused'], { message: 'validation:choose' }),
    credited: optionalMoney,
    note: optionalText(2000),
    version,
  })
  .superRefine(({ result, credited, note }, ctx) => {
    if (result === 'credited' && !credited) {
      ctx.addIssue({ code: 'custom', path: ['credited'], message: 'validation:extraPrice' })
    }
    if (result === 'refused' && note === '') {
      ctx.addIssue({ code: 'custom', path: ['note'], message: 'validation:reason' })
    }
  })
export type SettleClaimForm = z.output<typeof SettleClaimForm>

export const WithdrawClaimForm = z.object({
  reason: optionalText(1000).refine((reason) => reason !== '', 'validation:reason'),
  version,
})
export type WithdrawClaimForm = z.output<typeof WithdrawClaimForm>
