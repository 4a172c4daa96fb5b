import { z } from 'zod'
import { someDayHours } from '#app/platform/day-hours-field.ts'
import { optionalLine } from '#app/platform/fields.ts'

/** What a service takes and when it is offered; `seen` is the stamp of what stood when the form was filled. */
export const ServiceForm = z.object({
  durationMinutes: z.coerce
    .number({ message: 'validation:duration' })
    .int('validation:duration')
    .min(5, 'validation:duration')
    .max(720, 'validation:duration'),
  travelMinutes: z
    .string({ message: 'validation:travel' })
    .regex(/^\s*\d{1,3}\s*$/, 'validation:travel')
    .transform(Number)
    .refine((minutes) => minutes <= 240, 'validation:travel'),
  hours: someDayHours,
  /** A checkbox: absent is no. */
  online: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  /** VS-8; a checkbox. */
  threeChecks: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  seen: optionalLine(60),
})
export type ServiceForm = z.output<typeof ServiceForm>
