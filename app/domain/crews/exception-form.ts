import { z } from 'zod'
import { dayHours } from '#app/platform/day-hours-field.ts'
import { optionalLine } from '#app/platform/fields.ts'

/** A day on which a crew works other hours, or none. @param today what is past can't be planned anew */
export const exceptionForm = (today: string) =>
  z
    .object({
      day: z.iso
        .date({ message: 'validation:day', abort: true })
        .refine((day) => day >= today, 'refusals:dayPast'),
      kind: z.enum(['off', 'hours'], { message: 'validation:choose' }),
      hours: dayHours,
      note: optionalLine(80),
      strands: optionalLine(60),
    })
    .superRefine(({ kind, hours }, ctx) => {
      if (kind === 'hours' && hours.length === 0) {
        ctx.addIssue({ code: 'custom', path: ['hours'], message: 'validation:hoursNone' })
      }
    })
export type ExceptionForm = z.output<ReturnType<typeof exceptionForm>>

/** Agreement to what a removal strands. */
export const RemovalForm = z.object({ strands: optionalLine(60) })
export type RemovalForm = z.output<typeof RemovalForm>
