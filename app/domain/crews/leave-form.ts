import { z } from 'zod'
import { optionalLine, submissionKey, text } from '#app/platform/fields.ts'

const clockTime = /^([01]\d|2[0-3]):[0-5]\d(:\d{2})?$/
const clock = z
  .string()
  .optional()
  .refine((value) => !value || clockTime.test(value), 'validation:time')
  .transform((value) => value?.slice(0, 5) ?? '')

/** Nobody is away longer in one go. */
const longestDays = 60

interface Times {
  kind: 'days' | 'hours'
  day: string
  lastDay: string
  from: string
  to: string
}

function inOrder({ kind, day, lastDay, from, to }: Times, ctx: z.RefinementCtx) {
  const say = (path: string, message: string) =>
    ctx.addIssue({ code: 'custom', path: [path], message })
  if (kind === 'hours') {
    if (!from) say('from', 'validation:time')
    if (!to) say('to', 'validation:time')
    if (from && to && from >= to) say('to', 'validation:windowOrder')
    return
  }
  if (lastDay === '') return
  const days = (Date.parse(lastDay) - Date.parse(day)) / 86_400_000 + 1
  if (days < 1) say('lastDay', 'validation:leaveOrder')
  if (days > longestDays) say('lastDay', 'validation:leaveLong')
}

const facts = {
  kind: z.enum(['days', 'hours'], { message: 'validation:choose' }),
  /** The day, or the first of several. */
  day: z.iso.date({ message: 'validation:day' }),
  /** The last of several whole days; empty for one. */
  lastDay: z
    .union([z.iso.date(), z.literal('')], { message: 'validation:day' })
    .optional()
    .transform((value) => value ?? ''),
  /** Of one day's hours. */
  from: clock,
  to: clock,
  reason: text(500, 'validation:reason'),
  submissionKey,
}

/** A member's own leave. */
export const AskLeaveForm = z.object(facts).superRefine(inOrder)
export type AskLeaveForm = z.output<typeof AskLeaveForm>

/** `crew-7` for a whole crew, or a member's key. */
const away = /^(?:crew-([1-9]\d{0,14})|([0-9a-f]{8}-[0-9a-f-]{27}))$/

/** Asked by a dispatcher for a member or for a whole crew. */
export const AskLeaveForForm = z
  .object({
    ...facts,
    who: z
      .string({ message: 'validation:choose' })
      .regex(away, 'validation:choose')
      .transform((value): { crewId: number } | { staffId: string } => {
        const [, crew, staffId] = away.exec(value) ?? []
        return crew ? { crewId: Number(crew) } : { staffId: staffId! }
      }),
  })
  .superRefine(inOrder)
export type AskLeaveForForm = z.output<typeof AskLeaveForForm>

const decision = {
  /** The stamp of the stranded visits that were shown. */
  strands: optionalLine(60),
}
export const DecideLeaveForm = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approved'), words: optionalLine(500), ...decision }),
  z.object({ decision: z.literal('refused'), words: text(500, 'validation:reason'), ...decision }),
  z.object({ decision: z.literal('withdrawn'), words: optionalLine(500), ...decision }),
])
export type DecideLeaveForm = z.output<typeof DecideLeaveForm>
