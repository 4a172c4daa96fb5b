import type { Channel as ChannelKey } from '#db/vocabulary/messages.ts'

/** Whom a message is for, with every address we know of them. */
export interface Reader {
  name: string
  phone: string
  email: string | null
}

export interface Rendering {
  subject: string
  text: string
  html: string
}

export interface Letter extends Rendering {
  to: string
  /** Where an answer comes back to us. */
  replyTo?: string
  /** The same for every try, so that it goes out once. */
  idempotencyKey: string
}

/** What became of one try; throwing means “later”. `no_provider`: it stays in the log, readable. */
export type Delivery =
  | { outcome: 'sent'; providerId: string }
  | { outcome: 'no_provider' }
  | { outcome: 'rejected'; reason: string }

/** One way to reach a person. A new one is a file beside this one and a line in `index.server.ts`. */
export interface Channel {
  key: ChannelKey
  /** Whether this installation can use it now. */
  setUp(): boolean
  /** Where it reaches this person, or null. */
  addressOf(reader: Reader): string | null
  /** @throws when trying later may help */
  deliver(letter: Letter): Promise<Delivery>
}
