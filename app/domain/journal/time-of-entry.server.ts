import { and, desc, eq } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import { visitEntries, visitPauses } from '#db/schema/work.ts'
import type { EntryKind } from '#db/vocabulary/work.ts'
import type { Tx } from '#app/platform/context.server.ts'
import type { Envelope } from './envelope.ts'

/** Entries whose order is the visit's own (VS-2): none of them is before what has been recorded. */
const inOrder: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'step',
  'pause',
  'resume',
  'finish',
  'signature',
])

/** No phone keeps entries longer; a clock that says so is wrong. */
const longest = 14 * 86_400_000

/**
 * When an entry was done. A phone's clock may be wrong, so only the time that passed on it until the entry was sent is
 * believed; it is counted back from when we received it, and never before what the same phone recorded earlier.
 */
export async function timeOfEntry(
  tx: Tx,
  { _at, _sentAt, _visit: visitId, _device: device, _kind: kind }: Envelope,
  receivedAt: Date,
): Promise<Date> {
  const age = Math.min(longest, Math.max(0, _sentAt.getTime() - _at.getTime()))
  const claimed = receivedAt.getTime() - age
  const before = await recorded(tx, visitId, { device, steps: inOrder.has(kind) })
  const at = Math.max(claimed, ...before.map((time) => time.getTime()))
  return new Date(Math.min(at, receivedAt.getTime()))
}

async function recorded(
  tx: Tx,
  visitId: number,
  { device, steps }: { device: string; steps: boolean },
): Promise<Date[]> {
  const [last] = await tx.db
    .select({ at: visitEntries.at })
    .from(visitEntries)
    .where(and(eq(visitEntries.visitId, visitId), eq(visitEntries.device, device)))
    .orderBy(desc(visitEntries.id))
    .limit(1)
  if (!steps) return last ? [last.at] : []
  const [visit] = await tx.db
    .select({
      setOutAt: visits.setOutAt,
      arrivedAt: visits.arrivedAt,
      startedAt: visits.startedAt,
      finishedAt: visits.finishedAt,
    })
    .from(visits)
    .where(eq(visits.id, visitId))
  const [pause] = await tx.db
    .select({ pausedAt: visitPauses.pausedAt, resumedAt: visitPauses.resumedAt })
    .from(visitPauses)
    .where(eq(visitPauses.visitId, visitId))
    .orderBy(desc(visitPauses.id))
    .limit(1)
  return [last?.at, ...Object.values(visit ?? {}), ...Object.values(pause ?? {})].filter(
    (time) => time instanceof Date,
  )
}
