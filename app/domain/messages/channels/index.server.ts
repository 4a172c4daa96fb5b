import type { Channel as ChannelKey } from '#db/vocabulary/messages.ts'
import type { Channel, Reader } from './channel.ts'
import { log } from './log.server.ts'
import { mail } from './mail.server.ts'

/** The first that is set up and reaches the reader is taken. */
const channels: readonly Channel[] = [mail]

/**
 * How a message reaches this person. One that is not set up here is still better than none: its messages wait in the
 * log until it is. Whoever no channel reaches gets theirs by the log alone, so that no message is dropped.
 */
export function channelFor(reader: Reader): { channel: ChannelKey; recipient: string } {
  const reaching = channels.filter((channel) => channel.addressOf(reader) !== null)
  const channel = reaching.find((one) => one.setUp()) ?? reaching[0] ?? log
  return { channel: channel.key, recipient: channel.addressOf(reader)! }
}

export function channelOf(key: ChannelKey): Channel {
  return channels.find((channel) => channel.key === key) ?? log
}
