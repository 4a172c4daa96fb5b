import type { Db } from '#db/client.server.ts'
import { crewAreas, crews, leaves, shifts } from '#db/schema/crews.ts'
import { staff } from '#db/schema/accounts.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import { tuesdayMorning } from './context.ts'
import { only, serial } from './serial.ts'

type Facts = Partial<typeof crews.$inferInsert> & {
  skills?: Skill[]
  /** Where it goes besides its home; the first is its home when no other is given. */
  areas?: readonly { id: number }[]
}

/** A crew at work from eight to six, Monday to Saturday. */
export async function aCrew(db: Db, { areas = [], ...facts }: Facts = {}) {
  const n = serial()
  const values = {
    nameZh: `${n}号师傅`,
    nameEn: `Crew ${n}`,
    skills: ['repair', 'install'] satisfies Skill[],
    homeAreaId: areas[0]?.id ?? null,
    ...facts,
  }
  const crew = only(await db.insert(crews).values(values).returning())
  await db.insert(shifts).values(
    [1, 2, 3, 4, 5, 6].map((weekday) => ({
      crewId: crew.id,
      weekday,
      startsAt: '08:00',
      endsAt: '18:00',
    })),
  )
  const { homeAreaId } = crew
  for (const area of homeAreaId === null ? areas : [{ id: homeAreaId }, ...areas]) {
    await crewServes(db, crew, area)
  }
  return crew
}

export async function crewServes(db: Db, crew: { id: number }, area: { id: number }) {
  await db.insert(crewAreas).values({ crewId: crew.id, areaId: area.id }).onConflictDoNothing()
}

/** Wednesday, the whole working day, of the whole crew, asked two days ahead and not decided. */
export async function aLeave(db: Db, facts: Partial<typeof leaves.$inferInsert> = {}) {
  const crewId = facts.crewId ?? (await aCrew(db)).id
  const asker = {
    email: `leave${serial()}@example.test`,
    name: '请假人',
    crewId,
    createdAt: tuesdayMorning,
  }
  const askedBy = facts.askedBy ?? only(await db.insert(staff).values(asker).returning()).id
  const decided = facts.status === 'approved' || facts.status === 'refused'
  const values = {
    crewId,
    startsAt: new Date('2026-03-11T00:00:00Z'),
    endsAt: new Date('2026-03-11T10:00:00Z'),
    reason: '家里有事',
    askedBy,
    askedAt: new Date('2026-03-09T00:00:00Z'),
    ...(decided ? { decidedBy: askedBy, decidedAt: tuesdayMorning } : {}),
    ...facts,
  }
  return only(await db.insert(leaves).values(values).returning())
}
