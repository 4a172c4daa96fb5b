import { z } from 'zod'

const digits = (most: number, message: string, least: number) =>
  z
    .string({ message })
    .regex(/^\s*\d{1,3}\s*$/, message)
    .transform(Number)
    .refine((n) => n >= least && n <= most, message)

/** A whole number of this many at most; what is wrong is said by the page's own words. */
export const whole = (
  name: 'percent' | 'decideHours' | 'appealDays' | 'faultAnswerDays' | 'inspectionSample' | 'span',
) => {
  const [least, most] = bounds[name]
  return digits(most, `returnSettings:wrong.${name}`, least)
}

const bounds = {
  percent: [0, 100],
  decideHours: [1, 720],
  appealDays: [1, 90],
  faultAnswerDays: [1, 30],
  inspectionSample: [0, 500],
  span: [1, 730],
} as const

/** An amount in yuan as it is typed, in minor units. */
export const yuan = z
  .string({ message: 'returnSettings:wrong.money' })
  .transform((typed) => typed.normalize('NFKC').replaceAll(',', '').trim())
  .pipe(z.string().regex(/^\d{1,8}([.]\d{1,2})?$/, 'returnSettings:wrong.money'))
  .transform((typed) => Math.round(Number(typed) * 100))

/** The same, as the form and the audit log show it. */
export const sayYuan = (minor: number): string => (minor / 100).toFixed(2)
