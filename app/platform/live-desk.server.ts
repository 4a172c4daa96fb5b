import type { Db } from '#db/client.server.ts'
import { liveReaders, type Reader } from './live.server.ts'
import { countReaders } from './metrics.server.ts'

/** Something happened to a ticket, somebody came to it or left it, or both may be so of any. */
export type DeskChange = `ticket ${number}` | `presence ${number}` | 'all'

/** One open ticket, or a page with many. */
export interface DeskReader extends Reader<DeskChange> {
  /** The ticket that is open; `null` on a page with many, which hears of every one's changes. */
  ticketId: number | null
}

export type LiveDesk = ReturnType<typeof liveDesk>

/** The pages of the service desk open on one process, and which of them a notification on the channel `desk` is for. */
export function liveDesk({ db, now }: { db: Db; now?: () => Date }) {
  const readers = liveReaders<DeskReader, DeskChange>({
    db,
    now,
    breath: 250,
    counted: (count) => countReaders('desk', count),
  })
  let heardBefore = false
  return {
    ...readers,
    heard(message: string) {
      const [, kind, id] = /^(ticket|presence) (\d+)$/.exec(message) ?? []
      if (!kind) return
      const ticketId = Number(id)
      if (kind === 'presence')
        readers.tell(`presence ${ticketId}`, (reader) => reader.ticketId === ticketId)
      else
        readers.tell(
          `ticket ${ticketId}`,
          (reader) => reader.ticketId === null || reader.ticketId === ticketId,
        )
    },
    /** After a silence anything may have changed. */
    listening() {
      if (heardBefore) readers.tell('all', () => true)
      heardBefore = true
    },
  }
}
