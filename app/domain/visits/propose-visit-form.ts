import { z } from 'zod'
import { skills } from '#db/vocabulary/visits.ts'
import { text } from '#app/platform/fields.ts'
import { windowFields, windowInOrder, windowLongEnough } from './window-form.ts'

/** A visit as the desk offers it; day and hours are the company's. */
export const ProposeVisitForm = z
  .object({
    ...windowFields,
    /** Minutes of work. */
    duration: z.coerce
      .number({ message: 'validation:duration' })
      .int('validation:duration')
      .min(5, 'validation:duration')
      .max(720, 'validation:duration'),
    skill: z.enum(skills, { message: 'validation:choose' }),
    work: text(2000),
  })
  .refine(windowInOrder.test, windowInOrder.otherwise)
  .refine(windowLongEnough.test, windowLongEnough.otherwise)
export type ProposeVisitForm = z.output<typeof ProposeVisitForm>
