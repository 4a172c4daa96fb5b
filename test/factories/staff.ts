import type { StaffActor } from '#app/platform/actor.ts'
import type { Db } from '#db/client.server.ts'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { storeRoles, type Role } from '#db/vocabulary/roles.ts'
import { aCrew } from './crews.ts'
import { only, serial } from './serial.ts'
import { aStore } from './stores.ts'

type Facts = Partial<typeof staff.$inferInsert> & { roles?: Role[] }

/** A colleague, as the actor of a request; a store's has a store, a crew's has a crew. */
export async function aColleague(
  db: Db,
  role: Role,
  { roles = [role], ...facts }: Facts = {},
): Promise<StaffActor> {
  const n = serial()
  const ofStore = storeRoles.some((one) => one === role)
  const values = {
    email: `${role}${n}@example.test`,
    name: `${role} ${n}`,
    createdAt: new Date('2026-01-05T02:00:00Z'),
    storeId: ofStore ? (facts.storeId ?? (await aStore(db)).id) : null,
    crewId: role === 'crew' ? (facts.crewId ?? (await aCrew(db)).id) : null,
    ...facts,
  }
  const person = only(await db.insert(staff).values(values).returning())
  await db.insert(staffRoles).values(roles.map((one) => ({ staffId: person.id, role: one })))
  const { id, name, storeId, crewId, locale } = person
  return { kind: 'staff', id, name, roles, storeId, crewId, locale }
}
