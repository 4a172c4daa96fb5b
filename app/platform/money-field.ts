import { z } from 'zod'

/** As it is typed, `120` or `1,120.50`, below a million; read in minor units. */
export const money = z
  .string({ message: 'validation:extraPrice' })
  .transform((value) => value.normalize('NFKC').trim())
  .pipe(z.string().regex(/^(\d{1,6}|\d{1,3},\d{3})([.]\d{1,2})?$/, 'validation:extraPrice'))
  .transform((value) => Math.round(Number(value.replace(',', '')) * 100))

/** The same, where nothing typed means nothing said. */
export const optionalMoney = z
  .string()
  .optional()
  .transform((value, ctx) => {
    if (value === undefined || value.trim() === '') return null
    const read = money.safeParse(value)
    if (read.success) return read.data
    ctx.addIssue({ code: 'custom', message: 'validation:extraPrice' })
    return z.NEVER
  })
