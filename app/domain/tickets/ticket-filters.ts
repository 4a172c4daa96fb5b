import { z } from 'zod'
import { ticketChannels, ticketKinds, ticketStatuses } from '#db/vocabulary/tickets.ts'
import { cleanText } from '#app/platform/fields.ts'
import { ticketQueues } from './ticket-queues.ts'

/** Where a page of the queue begins: the last row of the page before it. */
const place = z
  .string()
  .regex(/^\d{1,15}-\d{1,15}$/)
  .transform((value) => {
    const [at = 0, id = 0] = value.split('-').map(Number)
    return { at, id }
  })

/** What the address bar says of a queue; a filter that makes no sense is no filter. */
export const TicketFilters = z.object({
  queue: z.enum(ticketQueues).optional().catch(undefined),
  status: z.enum(ticketStatuses).optional().catch(undefined),
  kind: z.enum(ticketKinds).optional().catch(undefined),
  channel: z.enum(ticketChannels).optional().catch(undefined),
  severity: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]))
    .optional()
    .catch(undefined),
  store: z.coerce.number().int().positive().max(1e15).optional().catch(undefined),
  sort: z.enum(['newest', 'oldest']).optional().catch(undefined),
  q: z
    .string()
    .transform((value) => cleanText(value).replace(/\s+/g, ' ').slice(0, 80))
    .optional()
    .catch(undefined),
  before: place.optional().catch(undefined),
})
export type TicketFilters = z.infer<typeof TicketFilters>
