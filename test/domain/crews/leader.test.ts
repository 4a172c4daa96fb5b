import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { crews } from '#db/schema/crews.ts'
import { changePerson, disablePerson } from '#app/domain/accounts/change-person.server.ts'
import { addCrew, changeCrew, readCrewFacts } from '#app/domain/crews/change-crew.server.ts'
import { CrewForm } from '#app/domain/crews/crew-form.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aServingCrew, auditOf } from './scene.ts'

const database = testDatabase()

async function scene() {
  const { db } = database
  const { crew, people } = await aServingCrew(db, { members: 2 })
  const manager = contextOf(db, await aColleague(db, 'aftersales_manager'))
  const form = async (leaderId: string) => {
    const facts = await readCrewFacts(manager, crew.id)
    return CrewForm.parse({
      ...facts,
      leaderId,
      active: 'yes',
      seen: stampOf(facts),
    })
  }
  const leader = async () =>
    only(await db.select({ id: crews.leaderId }).from(crews).where(eq(crews.id, crew.id))).id
  return { db, crew, people, manager, form, leader }
}

describe('VS-8 the leader of a crew', () => {
  test('is one of its members, and the change is kept with who made it', async () => {
    const { crew, people, manager, form, leader } = await scene()
    await changeCrew(manager, crew.id, await form(people[1]!.id))
    expect(await leader()).toBe(people[1]!.id)
    await changeCrew(manager, crew.id, await form(''))
    expect(await leader()).toBeNull()
    const { name } = people[1]!
    expect(await auditOf(database.db, `crew:${crew.id}`)).toMatchObject([
      { action: 'crew_changed', by: manager.actor.id, data: { leader: ['', name] } },
      { action: 'crew_changed', by: manager.actor.id, data: { leader: [name, ''] } },
    ])
  })

  test('is nobody of another crew, nobody who left, and not named by whoever may not', async () => {
    const { db, crew, people, manager, form, leader } = await scene()
    const stranger = await aColleague(db, 'crew')
    await expect(changeCrew(manager, crew.id, await form(stranger.id))).rejects.toMatchObject({
      kind: 'invalid',
      code: 'leaderNotMember',
    })
    const admin = contextOf(db, await aColleague(db, 'admin'))
    await disablePerson(admin, people[0]!.id)
    await expect(changeCrew(manager, crew.id, await form(people[0]!.id))).rejects.toMatchObject({
      code: 'leaderNotMember',
    })
    const desk = contextOf(db, await aColleague(db, 'desk'))
    await expect(changeCrew(desk, crew.id, await form(people[1]!.id))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(await leader()).toBeNull()
    const added = await addCrew(manager, await form(people[1]!.id))
    expect((await readCrewFacts(manager, added)).leaderId).toBeNull()
  })

  test('who goes to another crew, or leaves the company, leads it no longer', async () => {
    const { db, crew, people, manager, form, leader } = await scene()
    const admin = contextOf(db, await aColleague(db, 'admin'))
    const other = await aCrew(db)
    await changeCrew(manager, crew.id, await form(people[0]!.id))
    const { name } = people[0]!
    await changePerson(admin, people[0]!.id, {
      ...{ name: `${name} jr`, roles: ['crew'], storeId: null, crewId: crew.id },
    })
    expect(await leader()).toBe(people[0]!.id)
    await changePerson(admin, people[0]!.id, {
      ...{ name, roles: ['crew'], storeId: null, crewId: other.id },
    })
    expect(await leader()).toBeNull()
    await changeCrew(manager, crew.id, await form(people[1]!.id))
    await disablePerson(admin, people[1]!.id)
    expect(await leader()).toBeNull()
  })
})
