import { type Piece, touches } from './day.ts'

/** A change of one visit's place, with what decides which others it can't do without. */
export interface Moved {
  visitId: number
  from: (Piece & { crewId: number }) | null
  to: Piece & { crewId: number }
  /** The linked visit it comes after. */
  after: number | null
}

/**
 * For each change the visits whose own changes must be made with it: those that make room for it, the ways there and on
 * included, and the linked one it would otherwise begin before, or end after.
 * @param way minutes from one visit to another
 */
export function needsOf(
  changes: readonly Moved[],
  way: (from: number, to: number) => number,
): Map<number, number[]> {
  return new Map(
    changes.map((change) => [
      change.visitId,
      changes
        .filter(
          (other) =>
            other !== change && (isInTheWay(change, other, way) || isLinked(change, other)),
        )
        .map(({ visitId }) => visitId),
    ]),
  )
}

function isInTheWay(
  { visitId, to }: Moved,
  { visitId: otherId, from }: Moved,
  way: (from: number, to: number) => number,
): boolean {
  if (from?.crewId !== to.crewId) return false
  return touches({ from: to.from - way(otherId, visitId), to: to.to + way(visitId, otherId) }, from)
}

function isLinked(change: Moved, other: Moved): boolean {
  if (change.after === other.visitId) {
    return other.from === null || change.to.from < other.from.to
  }
  return other.after === change.visitId && other.from !== null && other.from.from < change.to.to
}

/** The chosen changes with all that they need, whatever that needs in turn. */
export function withNeeds(
  chosen: readonly number[],
  changes: readonly { visitId: number; needs: readonly number[] }[],
): Set<number> {
  const needs = new Map(changes.map((change) => [change.visitId, change.needs]))
  const all = new Set<number>()
  const waiting = chosen.filter((id) => needs.has(id))
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (all.has(id)) continue
    all.add(id)
    waiting.push(...needs.get(id)!)
  }
  return all
}
