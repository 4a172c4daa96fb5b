import { z } from 'zod'
import { remedies, returnReasons } from '#db/vocabulary/returns.ts'
import { line, optionalLine } from '#app/platform/fields.ts'
import { place, ticked } from './place-field.ts'
import { whole } from './return-fields.ts'

/** RX-2: a term under which goods are covered: for which reasons, to what it entitles, and for how long. */
export const TermForm = z
  .object({
    nameZh: line(120),
    nameEn: line(160),
    reasons: z
      .array(z.enum(returnReasons), { message: 'returnSettings:wrong.reasons' })
      .min(1, 'returnSettings:wrong.reasons'),
    remedies: z
      .array(z.enum(remedies), { message: 'returnSettings:wrong.remedies' })
      .min(1, 'returnSettings:wrong.remedies'),
    span: whole('span'),
    unit: z.enum(['days', 'months'], { message: 'validation:choose' }),
    unopened: ticked,
    /** A model of the catalogue; for all products when empty. */
    model: optionalLine(80),
    place,
    active: ticked,
    seen: optionalLine(60),
  })
  .transform(({ span, unit, ...form }) => ({
    ...form,
    days: unit === 'days' ? span : null,
    months: unit === 'months' ? span : null,
  }))
export type TermForm = z.output<typeof TermForm>
