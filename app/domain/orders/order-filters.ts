import { z } from 'zod'
import { cleanText } from '#app/platform/fields.ts'
import { orderQueues, orderStandings } from './order-queues.ts'

/** Where a page begins: the last row of the page before it, in the queue's own order. */
const place = z
  .string()
  .regex(/^\d{1,15}-\d{1,15}$/)
  .transform((value) => {
    const [at = 0, id = 0] = value.split('-').map(Number)
    return { at, id }
  })

/** What the address bar says of a queue; a filter that makes no sense is no filter. */
export const OrderFilters = z.object({
  queue: z.enum(orderQueues).optional().catch(undefined),
  status: z.enum(orderStandings).optional().catch(undefined),
  store: z.coerce.number().int().positive().max(1e15).optional().catch(undefined),
  q: z
    .string()
    .transform((value) => cleanText(value).replace(/\s+/g, ' ').slice(0, 80))
    .optional()
    .catch(undefined),
  after: place.optional().catch(undefined),
})
export type OrderFilters = z.infer<typeof OrderFilters>
