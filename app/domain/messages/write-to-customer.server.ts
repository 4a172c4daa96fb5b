import type { Locale } from '#db/vocabulary/locales.ts'
import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import type { Reader } from './channels/channel.ts'
import { channelFor } from './channels/index.server.ts'
import type { FactsOf } from './message-facts.ts'
import { heldUntil } from './quiet-hours.server.ts'
import { replyLinkOf } from './reply-address.server.ts'
import { writeMessage } from './write-message.server.ts'

/**
 * Writes to a customer by whichever channel reaches them; by the log alone, for a colleague to pass on, when none does.
 * What can wait is kept until the quiet hours are over.
 * @returns the message's key
 */
export async function writeToCustomer<T extends EmailTemplate>(
  tx: Tx,
  {
    to,
    atOnce = false,
    ...message
  }: {
    to: Reader & { locale: Locale }
    template: T
    facts: FactsOf<T>
    ticketId?: number
    visitId?: number
    sendAfter?: Date
    /** They are awake, or somebody wants it so. */
    atOnce?: boolean
  },
): Promise<string> {
  const reached = channelFor(to)
  if (reached.channel === 'log') {
    return writeMessage(tx, { ...message, ...reached, locale: to.locale })
  }
  const { quietHours } = await currentSettings(tx)
  return writeMessage(tx, {
    ...message,
    ...reached,
    locale: to.locale,
    heldUntil: atOnce ? null : heldUntil(message, { actor: tx.actor, now: tx.now(), quietHours }),
    replyLinkId: message.ticketId ? await replyLinkOf(tx, message.ticketId) : null,
  })
}
