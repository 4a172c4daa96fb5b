import { z } from 'zod'
import { type Severity, severities } from '#db/vocabulary/tickets.ts'
import { optionalLine } from '#app/platform/fields.ts'

const whole = (most: number, message: string) =>
  z
    .string({ message })
    .regex(/^\s*\d{1,4}\s*$/, message)
    .transform(Number)
    .refine((n) => n >= 1 && n <= most, message)

const minutes = whole(1440, 'validation:targetMinutes')
const hours = whole(2000, 'validation:targetHours').transform((n) => n * 60)

/** IN-4: what each severity is promised; the first contact in minutes, the others in hours, all of service time. */
export const TargetsForm = z
  .object({
    firstContact1: minutes,
    firstContact2: minutes,
    firstContact3: minutes,
    firstContact4: minutes,
    onSite1: hours,
    onSite2: hours,
    onSite3: hours,
    onSite4: hours,
    resolution1: hours,
    resolution2: hours,
    resolution3: hours,
    resolution4: hours,
    seen: optionalLine(60),
  })
  .superRefine((form, ctx) => {
    for (const severity of severities) {
      const [whole, onSite]: unknown[] = [form[`resolution${severity}`], form[`onSite${severity}`]]
      // What is no number has its own error.
      if (typeof whole !== 'number' || typeof onSite !== 'number' || whole >= onSite) continue
      ctx.addIssue({
        code: 'custom',
        path: [`resolution${severity}`],
        message: 'validation:resolutionFirst',
      })
    }
  })
  .transform(({ seen, ...form }) => ({
    seen,
    targets: Object.fromEntries(
      severities.map((severity) => [
        severity,
        {
          firstContact: form[`firstContact${severity}`],
          onSite: form[`onSite${severity}`],
          resolution: form[`resolution${severity}`],
        },
      ]),
    ) as Record<Severity, { firstContact: number; onSite: number; resolution: number }>,
  }))
export type TargetsForm = z.output<typeof TargetsForm>
