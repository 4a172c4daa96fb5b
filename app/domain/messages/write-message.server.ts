import { messages } from '#db/schema/messages.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { Channel, EmailTemplate } from '#db/vocabulary/messages.ts'
import { enqueue, type Tx } from '#app/platform/context.server.ts'
import type { FactsOf } from './message-facts.ts'

/**
 * Writes a message into the log and its job into the queue, in the transaction that causes it: both or neither.
 * @returns the message's key
 */
export async function writeMessage<T extends EmailTemplate>(
  tx: Tx,
  message: {
    template: T
    /** The mail unless it says otherwise. */
    channel?: Channel
    recipient: string
    locale: Locale
    facts: FactsOf<T>
    ticketId?: number
    visitId?: number
    staffId?: string
    /** Not sent before: until then it may be taken back as if it had never been. */
    sendAfter?: Date
    /** Kept for so long because its reader sleeps. */
    heldUntil?: Date | null
    /** The link through which an answer comes back. */
    replyLinkId?: string | null
  },
): Promise<string> {
  const { facts, sendAfter, replyLinkId, ...rest } = message
  const params: Record<string, unknown> = { ...facts, ...(replyLinkId ? { replyLinkId } : {}) }
  const runAt = later(sendAfter, rest.heldUntil)
  const [row] = await tx.db
    .insert(messages)
    .values({ ...rest, params, createdAt: tx.now() })
    .returning({ id: messages.id })
  await enqueue(
    tx,
    'send-message',
    { messageId: row!.id },
    {
      key: `message:${row!.id}`,
      ...(runAt ? { runAt } : {}),
    },
  )
  return row!.id
}

const later = (one?: Date | null, other?: Date | null): Date | null =>
  one && other ? new Date(Math.max(one.getTime(), other.getTime())) : (one ?? other ?? null)
