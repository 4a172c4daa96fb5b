import { z } from 'zod'
import { line, optionalLine, submissionKey } from '#app/platform/fields.ts'
import { place, ticked } from './place-field.ts'

const names = { nameZh: line(30), nameEn: line(60) }

export const NewCategoryForm = z.object({ ...names, submissionKey })
export type NewCategoryForm = z.output<typeof NewCategoryForm>

export const CategoryForm = z.object({
  ...names,
  place,
  /** Offered for new tickets. */
  active: ticked,
  seen: optionalLine(60),
})
export type CategoryForm = z.output<typeof CategoryForm>
