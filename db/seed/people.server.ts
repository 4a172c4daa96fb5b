import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { hashPassword } from '#app/domain/accounts/index.server.ts'
import { type Generator, generator } from './generator.ts'
import { insertAll } from './insert.server.ts'
import { demoPassword } from './sign-ins.ts'
import { emailOf, headOffice, morePeople, shownPeople } from './texts/people.ts'

export interface Colleague {
  id: string
  name: string
}

/** Whose hands a ticket goes through. */
export interface Team {
  desk: readonly Colleague[]
  dispatcher: Colleague
  caller: Colleague
  manager: Colleague
  guide: Colleague
  warehouse: Colleague
  /** Who enters the contracts of each store, by its place in the list. */
  stores: readonly Colleague[]
  /** Of each crew, by its place in the list; the first leads it. */
  crews: readonly (readonly Colleague[])[]
}

export interface People {
  rows: (typeof staff.$inferInsert & Colleague)[]
  roles: (typeof staffRoles.$inferInsert)[]
  team: Team
}

/** Whether the demo is there already. */
export async function hasDemoPeople(db: Pick<Db, 'select'>): Promise<boolean> {
  const [someone] = await db
    .select({ id: staff.id })
    .from(staff)
    .where(eq(staff.email, emailOf('desk')))
  return someone !== undefined
}

export async function makePeople(
  random: Generator,
  now: Date,
  stores: readonly { id: number }[],
  crews: readonly { id: number }[],
): Promise<People> {
  const passwordHash = await hashPassword(demoPassword)
  const everyone = [...shownPeople, ...morePeople, ...headOffice].map((person, i) => ({
    ...person,
    i,
  }))
  // Who has no part in the demo's story takes nothing of its chance.
  const apart = generator(1)
  const rows = everyone.map(({ account, name, store, crew, i }) => ({
    id: (headOffice.some((one) => one.account === account) ? apart : random).uuid(),
    email: emailOf(account),
    name,
    phone: `+861380000${String(9000 + i)}`,
    passwordHash,
    storeId: store ? stores[store - 1]!.id : null,
    crewId: crew ? crews[crew - 1]!.id : null,
    createdAt: new Date(now.getTime() - 400 * 86_400_000),
  }))
  const roles = everyone.map(({ role, i }) => ({ staffId: rows[i]!.id, role }))
  const holding = (wanted: string) =>
    everyone.filter(({ role }) => role === wanted).map(({ i }) => rows[i]!)
  const team: Team = {
    desk: holding('desk'),
    dispatcher: holding('dispatcher')[0]!,
    caller: holding('caller')[0]!,
    manager: holding('aftersales_manager')[0]!,
    guide: holding('store_guide')[0]!,
    warehouse: holding('warehouse')[0]!,
    stores: stores.map(({ id }) => rows.findLast(({ storeId }) => storeId === id)!),
    crews: crews.map(({ id }) => rows.filter(({ crewId }) => crewId === id)),
  }
  return { rows, roles, team }
}

export async function insertPeople(tx: Db, { rows, roles }: People): Promise<void> {
  await insertAll(tx, staff, rows)
  await insertAll(tx, staffRoles, roles)
}
