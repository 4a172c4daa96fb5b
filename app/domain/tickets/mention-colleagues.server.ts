import { ticketMentions } from '#db/schema/desk.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { colleaguesOfTicket } from './colleagues-of-ticket.server.ts'
import { findTicketById } from './find-ticket.server.ts'
import { namedIn } from './named-in.ts'
import { recordEvent } from './record-event.server.ts'

/** IN-9: brings the colleagues in whom a note names with `@`; whoever may not read the ticket is not one of them. */
export async function mentionColleagues(
  tx: Tx,
  author: StaffActor,
  ticket: { id: number },
  note: { id: number; body: string },
): Promise<void> {
  if (!/[@＠]/.test(note.body)) return
  const people = await colleaguesOfTicket(tx, await findTicketById(tx, ticket.id))
  const meant = namedIn(note.body, people).filter(({ id }) => id !== author.id)
  if (meant.length === 0) return
  await tx.db.insert(ticketMentions).values(
    meant.map(({ id }) => ({
      ticketId: ticket.id,
      noteId: note.id,
      staffId: id,
      at: tx.now(),
    })),
  )
  await recordEvent(tx, ticket, 'mentioned', {
    colleague: meant.map(({ name }) => name).join(', '),
  })
}
