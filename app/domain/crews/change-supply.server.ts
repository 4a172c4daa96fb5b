import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { visits } from '#db/schema/visits.ts'
import {
  lockAhead,
  lockDays,
  makeWindowsOf,
  refreshWindows,
} from '#app/domain/windows/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { type CrewOnCall, lockCrews } from './read-crews.server.ts'
import { namingStrands } from './stranded-visits.server.ts'

interface Supply {
  /** Whose time changes; without it everybody's. */
  crewIds?: readonly number[]
  /** The days it changes; without it every day to come. */
  days?: readonly string[]
  /** It also changes where or what for there are windows. */
  windowsToo?: boolean
  /** The stamp of the stranded visits the person has seen. */
  agreed: string | undefined
}

/**
 * Changes what crews can do, in one go with the windows that count on it (BK-1): the days are held first, then the
 * crews; afterwards the windows are counted again and the visits that no longer fit are marked.
 * @throws WouldStrand when visits lose their crew and nobody agreed to that
 */
export async function changeSupply(
  tx: Tx,
  { crewIds, days, windowsToo, agreed }: Supply,
  change: (crews: Map<number, CrewOnCall>) => Promise<void>,
): Promise<void> {
  const held = days ?? (await lockAhead(tx))
  if (days) await lockDays(tx, days)
  const ids = crewIds ?? (await everyCrew(tx))
  const now = tx.now()
  const crews = await lockCrews(tx, ids, { start: now, end: now })
  await namingStrands(tx, { crewIds: ids, agreed }, async () => {
    await change(crews)
    if (windowsToo) await makeWindowsOf(tx, held)
    else await refreshWindows(tx, { days: held, ...(crewIds ? { crewIds } : {}) })
    if (!days) await refreshWindows(tx, { days: await laterDays(tx, ids, held), crewIds: ids })
  })
}

const everyCrew = async (tx: Tx) =>
  (await tx.db.select({ id: crews.id }).from(crews)).map(({ id }) => id)

/** Days beyond the windows on which these crews have visits all the same. */
async function laterDays(tx: Tx, ids: readonly number[], held: readonly string[]) {
  const last = held.at(-1)
  if (ids.length === 0 || last === undefined) return []
  const rows = await tx.db
    .select({ start: visits.plannedStart })
    .from(visits)
    .where(
      and(
        inArray(visits.crewId, [...ids]),
        eq(visits.status, 'confirmed'),
        gt(visits.plannedStart, tx.now()),
        sql`${visits.plannedStart} is not null`,
      ),
    )
  return [...new Set(rows.map(({ start }) => dayOf(start!)))].filter((day) => day > last)
}
