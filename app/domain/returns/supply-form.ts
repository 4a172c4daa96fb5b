import { z } from 'zod'
import { originalFates } from '#db/vocabulary/returns.ts'
import { line, optionalLine, optionalText, text } from '#app/platform/fields.ts'

const day = z.iso.date('validation:day')

/** RX-4: when goods or a part will be there now, and why that changed. */
export const PromiseGoodsForm = z.object({
  promisedOn: day,
  reason: text(200, 'validation:reason'),
})
export type PromiseGoodsForm = z.output<typeof PromiseGoodsForm>

/** They are there; where they were put. */
export const ReadyGoodsForm = z.object({ note: optionalLine(200) })
export type ReadyGoodsForm = z.output<typeof ReadyGoodsForm>

/** By which the payment is found again, and the day it was made. */
export const NoteRefundForm = z.object({ reference: line(120), paidOn: day })
export type NoteRefundForm = z.output<typeof NoteRefundForm>

/** An original is in the warehouse: where it stands, and how it came when nobody of ours collected it. */
export const ReceiveOriginalForm = z.object({ note: optionalLine(200), because: optionalText(300) })
export type ReceiveOriginalForm = z.output<typeof ReceiveOriginalForm>

/** What was found, and what becomes of it; the photos come beside the form. */
export const InspectOriginalForm = z.object({
  condition: text(1000, 'validation:condition'),
  fate: z.enum(originalFates, { message: 'validation:choose' }),
})
export type InspectOriginalForm = z.output<typeof InspectOriginalForm>

/** The window a visit is booked into. */
export const BookConsequenceForm = z.object({
  window: z
    .string({ message: 'validation:window' })
    .regex(/^[1-9]\d{0,14}$/, 'validation:window')
    .transform(Number),
})
export type BookConsequenceForm = z.output<typeof BookConsequenceForm>
