import { sql } from 'drizzle-orm'
import { ticketWords } from '#db/schema/desk.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { readTicketFacts } from './ticket-facts.server.ts'
import { ticketDocument } from './ticket-document.server.ts'

/**
 * Writes anew what a ticket is found by, in the transaction that changed it. A merged one is found by way of the ticket
 * it turned out to be. The ticket is locked first: of two who write at once the second sees what the first wrote.
 */
export async function refreshWords(tx: Tx, ticketId: number): Promise<void> {
  const [ticket] = (await tx.db.execute(
    sql`select merged_into_id from tickets where id = ${ticketId} for no key update`,
  )) as unknown as { merged_into_id: string | null }[]
  if (!ticket) return
  if (ticket.merged_into_id !== null) {
    await tx.db.execute(sql`delete from ticket_words where ticket_id = ${ticketId}`)
    return refreshWords(tx, Number(ticket.merged_into_id))
  }
  await writeWords(tx, [ticketId])
}

/** The same for many that the caller has locked; `lacking` leaves those alone that have words by now. */
export async function writeWords(
  tx: Tx,
  ticketIds: readonly number[],
  { lacking = false } = {},
): Promise<void> {
  const facts = await readTicketFacts(tx, ticketIds)
  const rows = facts.map(({ ticketId, storeId, createdAt, ...said }) => ({
    ticketId,
    storeId,
    createdAt,
    ...ticketDocument({ storeId, ...said }),
  }))
  if (rows.length === 0) return
  const insert = tx.db.insert(ticketWords).values(rows)
  if (lacking) await insert.onConflictDoNothing({ target: ticketWords.ticketId })
  else
    await insert.onConflictDoUpdate({
      target: ticketWords.ticketId,
      set: {
        storeId: sql`excluded.store_id`,
        createdAt: sql`excluded.created_at`,
        words: sql`excluded.words`,
        text: sql`excluded.text`,
      },
      setWhere: sql`(${ticketWords.text}, ${ticketWords.words}, ${ticketWords.storeId})
        is distinct from (excluded.text, excluded.words, excluded.store_id)`,
    })
}
