import { z } from 'zod'
import { services } from '#db/vocabulary/bookings.ts'
import { text } from '#app/platform/fields.ts'

const reason = text(300, 'validation:reason')
const id = z.coerce.number().int().positive().max(1e15)
const day = z.iso.date({ error: 'validation:day' })
/** One service, or all of them. */
const service = z
  .enum([...services, 'all'])
  .default('all')
  .transform((value) => (value === 'all' ? null : value))

export const CloseWindowForm = z.object({ reason })
export type CloseWindowForm = z.output<typeof CloseWindowForm>

export const CloseDayForm = z.object({ areaId: id, day, service, reason })
export type CloseDayForm = z.output<typeof CloseDayForm>

export const OpenDayForm = z.object({ areaId: id, day, service })
export type OpenDayForm = z.output<typeof OpenDayForm>

/** What was closed in one go is opened again in one go; `at` is when, in milliseconds. */
export const UndoClosingForm = z.object({
  areaId: id,
  at: z.coerce.number().int().positive().max(8.64e15),
})
export type UndoClosingForm = z.output<typeof UndoClosingForm>

/** The forms of one page, told apart by `intent`. */
export const ClosingForm = z.discriminatedUnion('intent', [
  CloseWindowForm.extend({ intent: z.literal('close'), window: id }),
  z.object({ intent: z.literal('open'), window: id }),
  CloseDayForm.extend({ intent: z.literal('close-day') }),
  OpenDayForm.extend({ intent: z.literal('open-day') }),
  UndoClosingForm.extend({ intent: z.literal('undo') }),
])
