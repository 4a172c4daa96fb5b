import { z } from 'zod'
import { cleanText, line, optionalLine } from '#app/platform/fields.ts'
import { place, ticked } from './place-field.ts'

const limit = z
  .string()
  .optional()
  .transform((typed, ctx): number | null => {
    const cleaned = cleanText(typed ?? '').replace(',', '.')
    if (cleaned === '') return null
    if (/^[+-]?\d{1,6}(\.\d{1,3})?$/.test(cleaned)) return Number(cleaned)
    ctx.addIssue({ code: 'custom', message: 'validation:limit' })
    return z.NEVER
  })

/** One line of a checklist: what is looked at, and the reading it may ask for. */
export const CheckForm = z
  .object({
    textZh: line(120),
    textEn: line(160),
    must: ticked,
    /** Without one it is a tick. */
    unit: optionalLine(20),
    lowest: limit,
    highest: limit,
    place,
    /** Asked of the crews. */
    active: ticked,
    seen: optionalLine(60),
  })
  .superRefine(({ unit, lowest, highest }, ctx) => {
    const wrong = (path: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [path], message })
    if (unit === '' && (lowest !== null || highest !== null)) wrong('unit', 'validation:unit')
    if (lowest !== null && highest !== null && lowest > highest)
      wrong('highest', 'validation:limits')
  })
  .transform(({ unit, ...rest }) => ({ ...rest, unit: unit || null }))
export type CheckForm = z.output<typeof CheckForm>
