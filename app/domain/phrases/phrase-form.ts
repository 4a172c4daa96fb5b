import { z } from 'zod'
import { ticketKinds } from '#db/vocabulary/tickets.ts'
import { line, text, version } from '#app/platform/fields.ts'
import { unknownIn } from './values.ts'

const body = text(2000).refine((value) => unknownIn(value).length === 0, 'validation:phraseValue')

export const PhraseForm = z.object({
  titleZh: line(60),
  titleEn: line(60),
  bodyZh: body,
  bodyEn: body,
  kinds: z
    .union([z.enum(ticketKinds).transform((one) => [one]), z.array(z.enum(ticketKinds))])
    .optional()
    .transform((kinds) => [...new Set(kinds ?? [])]),
  position: z.coerce
    .number('validation:phrasePosition')
    .int('validation:phrasePosition')
    .min(0, 'validation:phrasePosition')
    .max(9999, 'validation:phrasePosition')
    .default(0),
})
export type PhraseForm = z.output<typeof PhraseForm>

export const ChangePhraseForm = PhraseForm.extend({ version })
export type ChangePhraseForm = z.output<typeof ChangePhraseForm>

export const RetirePhraseForm = z.object({ version })
