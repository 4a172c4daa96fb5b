import type { Db } from '#db/client.server.ts'
import { crewAreas, crews, shifts } from '#db/schema/crews.ts'
import { checklistItems } from '#db/schema/visits.ts'
import { skills, type Skill } from '#db/vocabulary/visits.ts'
import type { Catalogue } from './catalogue.server.ts'
import { insertAll, withIds } from './insert.server.ts'
import { checklistTexts } from './texts/checklists.ts'
import { type CrewText, crewTexts } from './texts/crews.ts'

/** A Monday. */
export const rotationFrom = '2026-01-05'

export interface Crew extends CrewText {
  id: number
  /** Its place in the list, from 0. */
  place: number
}

export async function insertCrews(tx: Db, { areas }: Catalogue): Promise<Crew[]> {
  const rows = await withIds(
    tx,
    crews,
    crewTexts.map((text, place) => ({ ...text, place })),
  )
  const areaId = (name: string) => areas.find(({ nameZh }) => nameZh === name)!.id
  await insertAll(
    tx,
    crews,
    rows.map(({ id, nameZh, nameEn, skills, vehicle, areas: [home], weeks, membersNeeded }) => ({
      id,
      nameZh,
      nameEn,
      skills: [...skills],
      vehicle,
      homeAreaId: areaId(home),
      membersNeeded,
      rotationWeeks: weeks.length,
      rotationFrom,
    })),
  )
  await insertAll(
    tx,
    crewAreas,
    rows.flatMap(({ id, areas }) => areas.map((name) => ({ crewId: id, areaId: areaId(name) }))),
  )
  const weekly = rows.flatMap(({ id, weeks }) =>
    weeks.flatMap(({ weekdays, hours: [startsAt, endsAt] }, i) =>
      weekdays.map((weekday) => ({ crewId: id, week: i + 1, weekday, startsAt, endsAt })),
    ),
  )
  await insertAll(tx, shifts, await withIds(tx, shifts, weekly))
  return rows
}

export interface ChecklistItem {
  id: number
  skill: Skill
  textZh: string
  textEn: string
  must: boolean
  unit: string | null
  lowest: number | null
  highest: number | null
}

export async function insertChecklists(tx: Db): Promise<ChecklistItem[]> {
  const rows = await withIds(
    tx,
    checklistItems,
    skills.flatMap((skill) =>
      checklistTexts[skill].map(([textZh, textEn, must, reading], i) => ({
        skill,
        position: i + 1,
        textZh,
        textEn,
        must,
        unit: reading?.unit ?? null,
        lowest: reading?.lowest ?? null,
        highest: reading?.highest ?? null,
      })),
    ),
  )
  await insertAll(tx, checklistItems, rows)
  return rows.map(({ position: _, ...item }) => item)
}
