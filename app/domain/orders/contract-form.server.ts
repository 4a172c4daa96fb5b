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
import { defaultLocale, locales } from '#db/vocabulary/locales.ts'
import {
  type Contract,
  contractNumber,
  isContractNumber,
  maxLines,
  priceOf,
  quantityOf,
} from './contract.ts'
import type { Found } from './known-product.ts'
import { lineField, type LinePart } from './line-field.ts'
import { phoneKept } from './missing-in.server.ts'

/** A line as it was typed: the product by its model. */
export interface TypedLine {
  model: string
  quantity: number
  unitPrice: number
}

type FindProduct = (typed: string) => Found<unknown>

const day = z
  .string({ message: 'validation:day' })
  .refine((value) => isDay(value), { message: 'validation:day' })

/** Only the order's number and its day must be there: what else is missing, the store can add later. */
const facts = z
  .object({
    number: line(40, 'validation:orderNumber')
      .transform(contractNumber)
      .refine(isContractNumber, { message: 'validation:orderNumber' }),
    name: optionalLine(80),
    phone: optionalLine(40).transform(phoneKept),
    email: optionalEmail,
    locale: z.enum(locales).default(defaultLocale),
    address: optionalLine(300),
    orderedOn: day,
    deliveryOn: optionalLine(40).refine((value) => value === '' || isDay(value), {
      message: 'validation:day',
    }),
    clerk: optionalLine(80),
    requirements: optionalText(2000),
  })
  .transform((form): { contract: Contract } => ({
    contract: {
      ...form,
      email: form.email || null,
      deliveryOn: form.deliveryOn || null,
      requirements: form.requirements || null,
    },
  }))

/** Judged beside the other fields, so that everything that is wrong is said at once. */
const linesTyped = (find?: FindProduct) =>
  z.looseObject({}).transform((form: Record<string, unknown>, ctx): { lines: TypedLine[] } => {
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
      else if (model.length > 80) wrong('model', 'validation:tooLong')
      else if (find && !find(model).product) wrong('model', 'validation:productUnknown')
      if (line.quantity === null) wrong('quantity', 'validation:quantity')
      if (line.unitPrice === null) wrong('price', 'validation:price')
      if (line.quantity === null || line.unitPrice === null) continue
      lines.push({ model, quantity: line.quantity, unitPrice: line.unitPrice })
    }
    return { lines }
  })

const typed = (value: unknown) =>
  typeof value === 'string' ? cleanText(value).replace(/\s+/g, ' ') : ''

const storeChosen = z.coerce.number({ message: 'validation:choose' }).int().positive().max(1e15)

/**
 * @param find tells the products of the catalogue, so that an unknown one is named at its line
 * @param chooses head office says which store's it is; a store's own people enter for theirs
 */
export const enterContractForm = (find?: FindProduct, chooses = false) =>
  z
    .object({
      submissionKey,
      store: chooses ? storeChosen : storeChosen.optional(),
    })
    .and(facts)
    .and(linesTyped(find))
export const EnterContractForm = enterContractForm()
export type EnterContractForm = z.output<typeof EnterContractForm>

export const changeContractForm = (find?: FindProduct) =>
  z.object({ version }).and(facts).and(linesTyped(find))
export const ChangeContractForm = changeContractForm()
export type ChangeContractForm = z.output<typeof ChangeContractForm>
