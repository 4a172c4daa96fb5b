import type { Locale } from '#db/vocabulary/locales.ts'
import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import type { Tx } from '#app/platform/context.server.ts'
import type { Reader } from './channels/channel.ts'
import { channelFor } from './channels/index.server.ts'
import type { FactsOf } from './message-facts.ts'
import { writeMessage } from './write-message.server.ts'

/**
 * Writes to a customer by whichever channel reaches them; by the log alone, for a colleague to pass on, when none does.
 * @returns the message's key
 */
export function writeToCustomer<T extends EmailTemplate>(
  tx: Tx,
  {
    to,
    ...message
  }: {
    to: Reader & { locale: Locale }
    template: T
    facts: FactsOf<T>
    ticketId?: number
    visitId?: number
    sendAfter?: Date
  },
): Promise<string> {
  return writeMessage(tx, { ...message, ...channelFor(to), locale: to.locale })
}
