import type { EntryKind } from '#db/vocabulary/work.ts'
import type { Entry } from './entry.ts'

type Waiting = Pick<
  Entry,
  'order' | 'by' | 'kind' | 'visitId' | 'state' | 'failures' | 'asideUntil'
>

/** So often the server may fail on an entry, while it answers otherwise, before somebody is told. */
const patience = 8

/** What comes later on the same visit doesn't build on these. */
const standAlone: ReadonlySet<EntryKind> = new Set<EntryKind>(['photo', 'late'])

/** Somebody chose to send the rest first, and it is still that day. */
export const isAside = ({ asideUntil }: Pick<Entry, 'asideUntil'>, now: Date): boolean =>
  asideUntil != null && now < new Date(asideUntil)

/** The server fails on it again and again, and nobody has set it aside. */
export const isStuck = (entry: Pick<Entry, 'failures' | 'asideUntil'>, now: Date): boolean =>
  (entry.failures ?? 0) >= patience && !isAside(entry, now)

/** What of somebody's may be sent now, in order: what was set aside waits, and what builds on it waits with it. */
export function toSend<E extends Waiting>(entries: readonly E[], me: string, now: Date): E[] {
  const mine = entries.filter(({ state, by }) => state === 'waiting' && by === me)
  const aside = mine.filter((entry) => isAside(entry, now))
  return mine.filter(
    (entry) =>
      !aside.some(
        (one) =>
          one.order === entry.order ||
          (one.visitId === entry.visitId && one.order < entry.order && !standAlone.has(one.kind)),
      ),
  )
}

/** What could be sent if this one were set aside. */
export const restWithout = <E extends Waiting>(
  entries: readonly E[],
  { order }: Pick<Entry, 'order'>,
  { me, now }: { me: string; now: Date },
): E[] => {
  const asideUntil = tomorrow(now)
  return toSend(
    entries.map((entry) => (entry.order === order ? { ...entry, asideUntil } : entry)),
    me,
    now,
  )
}

/** Midnight by the phone's clock. */
export function tomorrow(now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).toISOString()
}
