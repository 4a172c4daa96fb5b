import { z } from 'zod'
import { optionalLine, text } from '#app/platform/fields.ts'
import { unknownInScript } from './script-values.ts'

const words = text(1000).refine((value) => !unknownInScript(value), 'validation:phraseValue')

/** What a caller says first, in both languages. */
export const ScriptForm = z.object({
  textZh: words,
  textEn: words,
  seen: optionalLine(60),
})
export type ScriptForm = z.output<typeof ScriptForm>
