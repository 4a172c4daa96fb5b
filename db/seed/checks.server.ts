import type { visitChecks } from '#db/schema/visits.ts'
import type { ChecklistItem } from './crews.server.ts'
import type { VisitDraft } from './draft.ts'
import type { Telling } from './telling.ts'
import { talk } from './texts/conversation.ts'
import type { Matter, Scene } from './texts/matters.ts'
import { leaderOf } from './visits.server.ts'

/** VS-1: what the crew ticked; a visit in work has its first items alone. */
export function checksOf(telling: Telling, visit: VisitDraft): (typeof visitChecks.$inferInsert)[] {
  const { startedAt, finishedAt, skill, status } = visit.row
  const begun = status === 'finished' || status === 'working'
  if (!begun || !startedAt || visit.id === undefined) return []
  const items = telling.checklist.filter((item) => item.skill === skill)
  const ticked = status === 'finished' ? items : items.slice(0, 2)
  const { noDoors } = talk[visit.ticket.row.locale]
  return ticked.map((item, i) => {
    const pointless = item.textEn.startsWith('Doors') && !hasDoors(visit.ticket.matter)
    const done = !pointless && (item.must || !telling.random.chance(0.2))
    return {
      visitId: visit.id!,
      itemId: item.id,
      done,
      value: done ? readingOf(telling, item) : null,
      reason: pointless ? noDoors : null,
      at: finishedAt && i > 2 ? finishedAt : startedAt,
      by: leaderOf(telling, visit).id,
    }
  })
}

function readingOf({ random }: Telling, { unit, lowest, highest }: ChecklistItem): number | null {
  if (unit === null || lowest === null || highest === null) return null
  return random.integer(lowest * 10, highest * 10) / 10
}

const withDoors: readonly (Scene | undefined)[] = ['wardrobe', 'hinge', 'kitchen', 'door', 'drawer']
const hasDoors = ({ category, scene }: Matter) => category === 'door' || withDoors.includes(scene)
