import { z } from 'zod'
import {
  cleanText,
  line,
  optionalEmail,
  optionalLine,
  optionalText,
  submissionKey,
  version,
} from '#app/platform/fields.ts'
import { isDay } from '#app/platform/time.server.ts'
import {
  type Contract,
  contractNumber,
  isContractNumber,
  maxLines,
  priceOf,
  quantityOf,
} from './contract.ts'
import { lineField, type LinePart } from './line-field.ts'
import { phoneKept } from './missing-in.server.ts'

/** A line as it was typed: the product by its model. */
export interface TypedLine {
  model: string
  quantity: number
  unitPrice: number
}

const day = z
  .string({ message: 'validation:day' })
  .refine((value) => isDay(value), { message: 'validation:day' })

const facts = z.looseObject({
  number: line(40, 'validation:orderNumber')
    .transform(contractNumber)
    .refine(isContractNumber, { message: 'validation:orderNumber' }),
  name: optionalLine(80),
  phone: optionalLine(40).transform(phoneKept),
  email: optionalEmail,
  address: optionalLine(300),
  orderedOn: day,
  deliveryOn: optionalLine(40).refine((value) => value === '' || isDay(value), {
    message: 'validation:day',
  }),
  clerk: optionalLine(80),
  requirements: optionalText(2000),
})

/** Only the order's number and its day must be there: what else is missing, the store can add later. */
const contract = facts.transform((form, ctx): { contract: Contract; lines: TypedLine[] } => {
  const lines: TypedLine[] = []
  for (let n = 1; n <= maxLines; n++) {
    const [model, quantity, price] = (['model', 'quantity', 'price'] as const).map((part) =>
      typed(form[lineField(part, n)]),
    ) as [string, string, string]
    if (model === '' && quantity === '' && price === '') continue
    const wrong = (part: LinePart, message: string) =>
      ctx.addIssue({ code: 'custom', message, path: [lineField(part, n)] })
    const line = { model, quantity: quantityOf(quantity), unitPrice: priceOf(price) }
    if (model === '') wrong('model', 'validation:productModel')
    if (model.length > 80) wrong('model', 'validation:tooLong')
    if (line.quantity === null) wrong('quantity', 'validation:quantity')
    if (line.unitPrice === null) wrong('price', 'validation:price')
    if (line.quantity === null || line.unitPrice === null) continue
    lines.push({ model, quantity: line.quantity, unitPrice: line.unitPrice })
  }
  const { number, name, phone, address, orderedOn, clerk } = form
  return {
    contract: {
      number,
      name,
      phone,
      email: form.email || null,
      address,
      orderedOn,
      deliveryOn: form.deliveryOn || null,
      clerk,
      requirements: form.requirements || null,
    },
    lines,
  }
})

const typed = (value: unknown) =>
  typeof value === 'string' ? cleanText(value).replace(/\s+/g, ' ') : ''

export const EnterContractForm = z
  .object({
    submissionKey,
    /** Head office says which store's it is; a store's own people enter for theirs. */
    store: z.coerce.number().int().positive().max(1e15).optional(),
  })
  .and(contract)
export type EnterContractForm = z.output<typeof EnterContractForm>

export const ChangeContractForm = z.object({ version }).and(contract)
export type ChangeContractForm = z.output<typeof ChangeContractForm>
