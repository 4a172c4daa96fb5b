import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import type { EntryKind } from '#db/vocabulary/work.ts'
import { entryForms } from '#app/domain/journal/entry-forms.ts'

/** Checks what was typed as the server will. It is large: pages load it once they are there. */
export function checkForm(kind: EntryKind, form: FormData) {
  const schema: z.ZodType = entryForms[kind]
  return parseWithZod(form, { schema })
}
