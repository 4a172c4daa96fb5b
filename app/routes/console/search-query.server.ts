import { z } from 'zod'
import { cleanText } from '#app/platform/fields.ts'

const whole = z.coerce.number().int().positive().max(1e15)

/** What the address bar says of a search; what makes no sense isn't there. */
export const SearchQuery = z.object({
  q: z
    .string()
    .transform((value) => cleanText(value).replace(/\s+/g, ' ').trim().slice(0, 120))
    .catch(''),
  page: whole.max(10).catch(1),
  before: z
    .string()
    .regex(/^\d{1,15}-\d{1,15}$/)
    .transform((value) => {
      const [at = 0, id = 0] = value.split('-').map(Number)
      return { at, id }
    })
    .optional()
    .catch(undefined),
})

export const readQuery = (request: Request) =>
  SearchQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
