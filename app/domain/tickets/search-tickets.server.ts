import { and, inArray, sql, type SQL } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { readTicketNumber, ticketNumber } from './ticket-number.ts'
import { visibleTickets } from './visible-tickets.server.ts'

const enough = 500

/**
 * The keys of the tickets a clerk may mean: a number with or without its check digit, a telephone number in any
 * spelling or its last digits, the beginning of a name. Each is looked up in its own index.
 */
export async function searchTickets(ctx: Ctx, q: string): Promise<number[]> {
  const rows = await Promise.all(
    waysToRead(q).map((condition) =>
      ctx.db
        .select({ id: tickets.id })
        .from(tickets)
        .where(and(condition, visibleTickets(ctx.actor)))
        .limit(enough),
    ),
  )
  return [...new Set(rows.flat().map((row) => row.id))].slice(0, enough)
}

/** The one ticket number somebody typed in full, if that is what it is. */
export const typedNumber = (q: string): string | null => readTicketNumber(q)

function waysToRead(q: string): SQL[] {
  const ways: SQL[] = []
  const numbers = possibleNumbers(q)
  if (numbers.length > 0) ways.push(inArray(tickets.number, numbers))
  const digits = q.normalize('NFKC').replace(/[\s\p{Pd}().+]/gu, '')
  if (/^\d{4,15}$/.test(digits)) {
    const phone = toE164(q)
    if (phone) ways.push(sql`${tickets.phone} = ${phone}`)
    ways.push(sql`reverse(${tickets.phone}) like ${`${[...digits].reverse().join('')}%`}`)
  } else if (!/^\d*$/.test(digits)) {
    ways.push(sql`${tickets.name} like ${`${q.replace(/[\\%_]/g, '\\$&')}%`}`)
  }
  return ways
}

function possibleNumbers(q: string): string[] {
  const whole = readTicketNumber(q)
  const serial = /^R?(\d{6,15})$/i.exec(q.normalize('NFKC').replace(/[\s\p{Pd}]/gu, ''))?.[1]
  return [...(whole ? [whole] : []), ...(serial ? [ticketNumber(Number(serial))] : [])]
}
