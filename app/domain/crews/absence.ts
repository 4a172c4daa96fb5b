import { joined, type Span } from './span.ts'

export interface Leave extends Span {
  /** Whose; null for the whole crew. */
  staffId: string | null
}

/** When a crew has fewer members on duty than it needs (DS-3). @param members those it has */
export function absence(
  leave: readonly Leave[],
  { members, needed }: { members: readonly string[]; needed: number },
): Span[] {
  const ofCrew = leave.filter(({ staffId }) => staffId === null)
  const ofMembers = leave.filter(({ staffId }) => staffId !== null && members.includes(staffId))
  // A crew without names on it is counted as complete.
  const spare = members.length === 0 ? 0 : members.length - needed
  const edges = [...new Set(ofMembers.flatMap(({ start, end }) => [+start, +end]))].sort(
    (a, b) => a - b,
  )
  const short = edges.slice(0, -1).flatMap((from, i): Span[] => {
    const to = edges[i + 1]!
    const away = new Set(
      ofMembers.filter(({ start, end }) => +start <= from && to <= +end).map((one) => one.staffId),
    )
    return away.size > Math.max(spare, 0) ? [{ start: new Date(from), end: new Date(to) }] : []
  })
  return joined([...ofCrew.map(({ start, end }) => ({ start, end })), ...short])
}
