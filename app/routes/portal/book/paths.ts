import type { BookingStep } from '#app/domain/bookings/booking-steps.ts'

/** A step's own address; with `back`, it returns to the check page when it is done. */
export const bookPath = (
  token: string,
  step: BookingStep,
  { back = false, day, from }: { back?: boolean; day?: string; from?: string } = {},
) =>
  [
    `/book?draft=${token}&step=${step}`,
    back && '&back=check',
    day && `&day=${day}`,
    from && `&from=${from}`,
  ]
    .filter(Boolean)
    .join('')

export const bookedPath = (token: string) => `/book/sent/${token}`
