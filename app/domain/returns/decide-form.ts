import { z } from 'zod'
import { collectChoices, refundMethods, type Remedy, remedies } from '#db/vocabulary/returns.ts'
import { optionalText, submissionKey, text, version } from '#app/platform/fields.ts'
import { optionalMoney } from '#app/platform/money-field.ts'

const optionalWindow = z
  .union([z.literal(''), z.string().regex(/^[1-9]\d{0,14}$/, 'validation:window')])
  .optional()
  .transform((value) => (value ? Number(value) : null))

const choose = { message: 'validation:choose' }

/** What each way asks besides why and what the customer is told. */
export const asksOf: Record<Remedy, readonly ('what' | 'promisedOn' | 'collect' | 'money')[]> = {
  exchange: ['what', 'promisedOn', 'collect'],
  part: ['what', 'promisedOn'],
  missing: ['what', 'promisedOn'],
  repair: ['what'],
  discount: ['money'],
  refund: ['money', 'collect'],
  reject: [],
}

/** RX-3: a decision as it is filled in. Cost lines left empty are the usual ones. */
export const DecideForm = z
  .object({
    remedy: z.enum(remedies, choose),
    why: text(2000),
    told: text(3000),
    /** The goods, the part or the work. */
    what: optionalText(500),
    promisedOn: z
      .union([z.literal(''), z.iso.date('validation:date')])
      .optional()
      .transform((value) => value || null),
    collect: z.enum(collectChoices, choose).optional(),
    /** What the customer gets back. */
    amount: optionalMoney,
    method: z
      .union([z.literal(''), z.enum(refundMethods)], choose)
      .optional()
      .transform((value) => value || null),
    goods: optionalMoney,
    /** What the original is still worth, as it is typed: above zero. */
    residual: optionalMoney,
    freight: optionalMoney,
    labour: optionalMoney,
    charged: optionalMoney,
    /** Agreed with the customer as it is decided; left out, they are booked once they are. */
    window: optionalWindow,
    collectWindow: optionalWindow,
    version,
    submissionKey,
  })
  .superRefine((form, ctx) => {
    const asks = asksOf[form.remedy]
    const missing = (path: string, message = 'validation:required') =>
      ctx.addIssue({ code: 'custom', path: [path], message })
    if (asks.includes('what') && form.what === '') missing('what')
    if (asks.includes('promisedOn') && form.promisedOn === null) missing('promisedOn')
    if (asks.includes('collect') && form.collect === undefined) {
      missing('collect', 'validation:choose')
    }
    if (asks.includes('money') && !form.amount) missing('amount')
    if (asks.includes('money') && form.method === null) missing('method', 'validation:choose')
  })
export type DecideForm = z.output<typeof DecideForm>
