import { firstPreviousHash, recordHash, type SignedRecord } from './signed-record.server.ts'

/**
 * What is wrong with what was signed of a visit: the words of an entry, its place in the chain, that one is gone, or
 * that there is one which nobody made.
 */
export type Fault = 'changed' | 'missing' | 'added' | 'unlinked'

/**
 * An entry as it is stored, with whether its time is a whole millisecond, and whether its words were erased because its
 * customer asked for it: then its hash alone still stands, in the chain and in the history.
 */
export type Entry = SignedRecord & { exact: boolean; erased: boolean }

/** What a ticket's history says of an entry. */
export interface Told {
  kind: SignedRecord['kind']
  seq: number | null
  hash: string | null
}

interface Neighbour {
  seq: number
  hash: string
  previousHash: string
  last: boolean
}

/** An entry by itself and by what the history tells of it. */
export function judgeEntry(entry: Entry, told: readonly Told[]): Fault | null {
  const timed = entry.exact && !Number.isNaN(entry.signedAt.getTime())
  if (!timed || (!entry.erased && recordHash(entry) !== entry.hash)) return 'changed'
  const { kind, hash, seq } = entry
  if (told.some((one) => one.kind === kind && one.hash === hash)) return null
  return told.some((one) => one.seq === seq || (one.kind === 'work' && kind === 'work'))
    ? 'changed'
    : 'added'
}

/** All of a visit's entries: each by itself, whether all that the history tells of are there, and their ties. */
export function judgeVisit(
  entries: readonly Entry[],
  told: readonly Told[],
  around: readonly Neighbour[],
): Fault | null {
  const faults = entries.map((entry) => judgeEntry(entry, told))
  if (faults.includes('changed')) return 'changed'
  const there = new Set(entries.map(({ hash }) => hash))
  if (told.some(({ hash }) => hash === null || !there.has(hash))) return 'missing'
  if (faults.includes('added')) return 'added'
  return entries.every((entry) => isLinked(entry, around)) ? null : 'unlinked'
}

function isLinked({ seq, hash, previousHash }: Entry, around: readonly Neighbour[]): boolean {
  const at = (place: number) => around.find((one) => one.seq === place)
  const after = at(seq + 1)
  return (
    previousHash === (seq === 1 ? firstPreviousHash : at(seq - 1)?.hash) &&
    (after ? after.previousHash === hash : at(seq)?.last === true)
  )
}
