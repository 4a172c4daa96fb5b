import { z } from 'zod'
import { ticketNotes } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { submissionKey, text } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { attachFiles, type KeptFile } from './attach-files.server.ts'
import { findTicket } from './find-ticket.server.ts'
import { mentionColleagues } from './mention-colleagues.server.ts'
import { recordEvent } from './record-event.server.ts'

export const WriteNoteForm = z.object({ body: text(5000), submissionKey })
export type WriteNoteForm = z.output<typeof WriteNoteForm>

/** A note for colleagues; the customer never sees it (IN-8). */
export async function writeNote(
  ctx: Ctx,
  number: string,
  note: WriteNoteForm,
  files: KeptFile[] = [],
): Promise<void> {
  authorize(ctx.actor, 'ticket:note')
  const author = ctx.actor
  await inTransaction(ctx, async (tx) => {
    await addNote(tx, author, await findTicket(tx, number), note, files)
  })
}

/** The same inside a verb that does more; the same key again adds nothing. */
export async function addNote(
  tx: Tx,
  author: StaffActor,
  ticket: { id: number },
  { body, submissionKey }: WriteNoteForm,
  files: KeptFile[] = [],
): Promise<void> {
  const [added] = await tx.db
    .insert(ticketNotes)
    .values({ ticketId: ticket.id, authorId: author.id, body, submissionKey, createdAt: tx.now() })
    .onConflictDoNothing({ target: ticketNotes.submissionKey })
    .returning({ id: ticketNotes.id })
  if (!added) return
  await attachFiles(tx, author, { ticketId: ticket.id, noteId: added.id }, files)
  await recordEvent(tx, ticket, 'note_added')
  await mentionColleagues(tx, author, ticket, { id: added.id, body })
}
