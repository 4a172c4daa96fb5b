import { z } from 'zod'
import { line, optionalLine } from '#app/platform/fields.ts'

/** A day on which the whole company is off. */
export const HolidayForm = z.object({
  day: z.iso.date({ message: 'validation:day' }),
  nameZh: line(40),
  nameEn: line(40),
  strands: optionalLine(60),
})
export type HolidayForm = z.output<typeof HolidayForm>
