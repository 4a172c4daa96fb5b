import { z } from 'zod'
import { optionalLine } from '#app/platform/fields.ts'
import { isDay } from '#app/platform/time.server.ts'

/** FU-5, ST-2: the last day of a customer's service contract; empty, and they have none. */
export const ContractForm = z.object({
  contractUntil: optionalLine(10)
    .refine((day) => day === '' || isDay(day), 'validation:format')
    .transform((day) => day || null),
  seen: optionalLine(60),
})
export type ContractForm = z.output<typeof ContractForm>
