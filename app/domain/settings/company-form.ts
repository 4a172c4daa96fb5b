import { z } from 'zod'
import { line, optionalLine } from '#app/platform/fields.ts'

/** What the company is called, and the number under which it is reached. */
export const CompanyForm = z.object({
  nameZh: line(40),
  nameEn: line(40),
  hotline: line(30, 'validation:hotline').refine(
    (typed) => /^\+?[\d ()-]{3,}$/.test(typed) && /\d.*\d.*\d/.test(typed),
    'validation:hotline',
  ),
  seen: optionalLine(60),
})
export type CompanyForm = z.output<typeof CompanyForm>
