import { describe, expect, test } from 'vitest'
import { crewOfColleague } from '#app/domain/crews/index.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

describe('the crew of a colleague', () => {
  test('names its members, without those who left', async () => {
    const crew = await aCrew(database.db, { nameZh: '园区维修二组' })
    const mate = { crewId: crew.id }
    const me = await aColleague(database.db, 'crew', { ...mate, name: 'B' })
    await aColleague(database.db, 'crew', { ...mate, name: 'A' })
    await aColleague(database.db, 'crew', { ...mate, name: 'C', disabledAt: new Date() })
    expect(await crewOfColleague(contextOf(database.db, me))).toMatchObject({
      nameZh: '园区维修二组',
      members: ['A', 'B'],
    })
  })

  test('is none for somebody without one', async () => {
    const desk = await aColleague(database.db, 'desk')
    expect(await crewOfColleague(contextOf(database.db, desk))).toBeNull()
  })
})
