import { z } from 'zod'
import { ticketChannels, ticketKinds, ticketStatuses } from '#db/vocabulary/tickets.ts'
import { cleanText } from '#app/platform/fields.ts'
import { ticketQueues, ticketSorts } from './ticket-queues.ts'
import { tagLength } from './ticket-tags.ts'

/** A row's place in the order of its queue: which stretch of it, by what it is ordered (in microseconds), its key. */
export interface Place {
  stretch: string
  at: number
  id: number
}

const place = z
  .string()
  .regex(/^[a-z]?\d{1,16}-\d{1,15}$/)
  .transform((value): Place => {
    const [, stretch = '', at, id] = /^([a-z]?)(\d+)-(\d+)$/.exec(value) ?? []
    return { stretch, at: Number(at), id: Number(id) }
  })

const words = (max: number) =>
  z
    .string()
    .transform((value) => cleanText(value).replace(/\s+/g, ' ').slice(0, max))
    .pipe(z.string().min(1))
const key = z.coerce.number().int().positive().max(1e15)

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
  category: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/)
    .optional()
    .catch(undefined),
  store: key.optional().catch(undefined),
  /** A colleague's key, or that nobody has it. */
  owner: z
    .union([z.literal('nobody'), z.uuid()])
    .optional()
    .catch(undefined),
  area: key.optional().catch(undefined),
  tag: words(tagLength).optional().catch(undefined),
  /** Registered within so many days. */
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(7), z.literal(30)]))
    .optional()
    .catch(undefined),
  sort: z.enum(ticketSorts).optional().catch(undefined),
  q: words(80).optional().catch(undefined),
  /** A page begins after this row, or ends before that one. */
  before: place.optional().catch(undefined),
  after: place.optional().catch(undefined),
})
export type TicketFilters = z.infer<typeof TicketFilters>

export const filtersIn = (query: string): TicketFilters =>
  TicketFilters.parse(Object.fromEntries(new URLSearchParams(query)))
