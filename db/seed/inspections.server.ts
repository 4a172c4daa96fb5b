import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { services } from '#db/schema/bookings.ts'
import { crews } from '#db/schema/crews.ts'
import { type InspectionLevel, inspectionLevels } from '#db/vocabulary/work.ts'
import { addMinutes } from '#app/platform/time.server.ts'
import { happen, type VisitDraft } from './draft.ts'
import type { Colleague, Team } from './people.server.ts'
import type { Telling } from './telling.ts'
import { leaderOf } from './visits.server.ts'

export interface InspectionDraft {
  key: string
  level: InspectionLevel
  at: Date
  by: Colleague
}

/** VS-8: installing is the big job; each crew is led by the first of its people. */
export async function askForThreeChecks(
  db: Db,
  led: readonly { id: number; place: number }[],
  team: Team,
): Promise<void> {
  await db.update(services).set({ threeChecks: true }).where(eq(services.key, 'install'))
  for (const { id, place } of led) {
    const leaderId = team.crews[place]?.[0]?.id ?? null
    await db.update(crews).set({ leaderId }).where(eq(crews.id, id))
  }
}

/** The checks of what is installed: all three where it is done, the crew's own where the work goes on. */
export function inspect(telling: Telling, visits: readonly VisitDraft[]): void {
  for (const visit of visits) {
    const { skill, status, startedAt, finishedAt } = visit.row
    if (skill !== 'install' || !startedAt) continue
    const levels = status === 'finished' ? inspectionLevels : inspectionLevels.slice(0, 1)
    const end = finishedAt ?? telling.now
    visit.inspections = levels.map((level, i) => {
      const before = addMinutes(end, i - levels.length)
      const at = before > startedAt ? before : startedAt
      const by = inspectorOf(telling, visit, level)
      const data = { level, passed: true, note: '' }
      happen(visit.ticket, 'work_inspected', at, by, { visit, data })
      return { key: telling.random.uuid().replaceAll('-', ''), level, at, by }
    })
  }
}

function inspectorOf(telling: Telling, visit: VisitDraft, level: InspectionLevel): Colleague {
  const leader = leaderOf(telling, visit)
  if (level === 'inspector') return telling.team.manager
  return level === 'leader' ? leader : (telling.team.crews[visit.crew!.place]?.at(-1) ?? leader)
}
