import { z } from 'zod'
import { line, optionalLine } from '#app/platform/fields.ts'

/** A day on which the whole company is off. @param today what is past stays as it was */
export const holidayForm = (today: string) =>
  z.object({
    day: z.iso
      .date({ message: 'validation:day', abort: true })
      .refine((day) => day >= today, 'refusals:dayPast'),
    nameZh: line(40),
    nameEn: line(40),
    strands: optionalLine(60),
  })
export type HolidayForm = z.output<ReturnType<typeof holidayForm>>
