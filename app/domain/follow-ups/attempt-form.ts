import { z } from 'zod'
import { optionalLine } from '#app/platform/fields.ts'
import { instantAt, isDay } from '#app/platform/time.server.ts'
import { attempt } from './answers-form.ts'

const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/

/** FU-3: an attempt that brought no answers; a day and a time, in the company's zone, when a call back was asked. */
export const AttemptForm = z
  .object({
    outcome: z.enum(['no_answer', 'call_back']),
    attempt,
    note: optionalLine(300),
    day: z.string().optional(),
    time: z.string().optional(),
  })
  .transform(({ outcome, day = '', time = '', ...rest }, ctx) => {
    if (outcome === 'no_answer') return { ...rest, outcome, at: null }
    const path = !isDay(day) ? 'day' : !wallTime.test(time) ? 'time' : null
    if (path === null) return { ...rest, outcome, at: instantAt(day, time) }
    ctx.addIssue({ code: 'custom', path: [path], message: 'validation:later' })
    return z.NEVER
  })
export type AttemptForm = z.output<typeof AttemptForm>
