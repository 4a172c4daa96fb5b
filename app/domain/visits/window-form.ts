import { z } from 'zod'

const clockTime = /^([01]\d|2[0-3]):[0-5]\d(:00)?$/

/** `HH:MM` as a time field sends it; some browsers add seconds. */
const clock = z
  .string({ message: 'validation:time' })
  .regex(clockTime, 'validation:time')
  .transform((value) => value.slice(0, 5))

/** The same, or nothing. */
export const optionalClock = z
  .string()
  .optional()
  .refine((value) => !value || clockTime.test(value), 'validation:time')
  .transform((value) => value?.slice(0, 5) || undefined)

export const windowFields = {
  /** `YYYY-MM-DD` */
  day: z.iso.date({ message: 'validation:day' }),
  from: clock,
  to: clock,
}

/** A window has its beginning before its end; said beside what else is wrong, not after it. */
export const windowInOrder = {
  test: ({ from, to }: { from: string; to: string }) => from < to,
  otherwise: {
    path: ['to'],
    error: 'validation:windowOrder',
    when: ({ value }: { value: unknown }) => {
      const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown }
      return typeof from === 'string' && typeof to === 'string'
    },
  },
}

const shortestMinutes = 30
const minuteOfDay = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** A customer isn't asked to wait for a moment; an end before the beginning is the other rule's. */
export const windowLongEnough = {
  test: ({ from, to }: { from: string; to: string }) =>
    from >= to || minuteOfDay(to) - minuteOfDay(from) >= shortestMinutes,
  otherwise: { ...windowInOrder.otherwise, error: 'validation:windowShort' },
}
