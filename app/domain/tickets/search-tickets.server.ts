import type { SQL } from 'drizzle-orm'
import { asked, matchTickets } from '#app/domain/search/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { readTicketNumber } from './ticket-number.ts'

const enough = 500

/**
 * The keys of the newest tickets with all the words a clerk typed: a number with or without its check digit, a
 * telephone number in any spelling or its last digits, a name or its pinyin, words of the address, the product, what
 * is wrong and the conversation.
 * @param only a condition on `tickets` besides
 */
export async function searchTickets(ctx: Ctx, q: string, only?: SQL): Promise<number[]> {
  const found = await matchTickets(ctx, asked(q), { limit: enough, only })
  return found.map(({ id }) => id)
}

/** The one ticket number somebody typed in full, if that is what it is. */
export const typedNumber = (q: string): string | null => readTicketNumber(q)
