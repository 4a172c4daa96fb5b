import { z } from 'zod'
import { line, optionalLine } from '#app/platform/fields.ts'
import { ticked } from './place-field.ts'

/** A store: its short code, what it and its city are called, where it is, and whether it is closed. */
export const StoreForm = z.object({
  code: line(20, 'validation:storeCode')
    .transform((typed) => typed.toUpperCase())
    .refine((code) => /^[A-Z0-9][A-Z0-9-]*$/.test(code), 'validation:storeCode'),
  nameZh: line(40),
  nameEn: line(60),
  cityZh: line(40),
  cityEn: line(40),
  address: optionalLine(200),
  /** Takes nothing new any more. */
  closed: ticked,
  seen: optionalLine(60),
})
export type StoreForm = z.output<typeof StoreForm>
