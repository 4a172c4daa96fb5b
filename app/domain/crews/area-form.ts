import { z } from 'zod'
import { line, optionalLine, text } from '#app/platform/fields.ts'

const separators = /[\n,，、;；]+/

/** A service area and the districts it is recognised by in an address. */
export const AreaForm = z.object({
  nameZh: line(40),
  nameEn: line(40),
  cityZh: line(40),
  cityEn: line(40),
  /** As addresses write them, in either language, one a line or with commas between. */
  districts: text(2000, 'validation:districts')
    .transform((typed) => [
      ...new Set(
        typed
          .split(separators)
          .map((name) => name.trim().replace(/\s+/g, ' '))
          .filter(Boolean),
      ),
    ])
    .refine((names) => names.length > 0, 'validation:districts')
    .refine((names) => names.every((name) => name.length >= 2 && name.length <= 40), {
      message: 'validation:districtName',
    }),
  seen: optionalLine(60),
})
export type AreaForm = z.output<typeof AreaForm>
