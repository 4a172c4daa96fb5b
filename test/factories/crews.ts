import type { Db } from '#db/client.server.ts'
import { crews, shifts } from '#db/schema/crews.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import { only, serial } from './serial.ts'

type Facts = Partial<typeof crews.$inferInsert> & { skills?: Skill[] }

/** A crew at work from eight to six, Monday to Saturday. */
export async function aCrew(db: Db, facts: Facts = {}) {
  const n = serial()
  const values = {
    nameZh: `${n}号师傅`,
    nameEn: `Crew ${n}`,
    skills: ['repair', 'install'] satisfies Skill[],
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
  return crew
}
