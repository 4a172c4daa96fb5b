import { eq } from 'drizzle-orm'
import { inboundMails } from '#db/schema/mail.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { isMailKey } from './mail-key.ts'

type Mail = typeof inboundMails.$inferSelect

/** Held until the transaction ends, so that two colleagues don't decide at once. */
export async function lockMail(tx: Tx, id: string): Promise<Mail> {
  if (!isMailKey(id)) throw notFound()
  const [mail] = await tx.db
    .select()
    .from(inboundMails)
    .where(eq(inboundMails.id, id))
    .for('update')
  if (!mail) throw notFound()
  return mail
}

export function refuseDecided(mail: Mail): void {
  if (mail.status !== 'review' && mail.status !== 'failed') throw refused('mailDecided')
}

export async function decided(
  tx: Tx,
  by: StaffActor,
  id: string,
  outcome: { status: 'landed' | 'discarded'; ticketId?: number; messageId?: number },
): Promise<void> {
  await tx.db
    .update(inboundMails)
    .set({ ...outcome, decidedBy: by.id, decidedAt: tx.now() })
    .where(eq(inboundMails.id, id))
}
