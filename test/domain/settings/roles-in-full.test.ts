import { describe, expect, test } from 'vitest'
import { rolesInFull } from '#app/domain/settings/roles-in-full.server.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { as } from './scene.ts'

const database = testDatabase()
const admin = () => as(database.db, 'admin')

describe('the roles', () => {
  test('are each shown with who holds them, a dozen by name and how many in all', async () => {
    const { db } = database
    for (let n = 0; n < 14; n++) await aColleague(db, 'purchaser', { name: `采购${10 + n}` })
    await aColleague(db, 'purchaser', { name: '采购00', disabledAt: new Date() })
    const roles = await rolesInFull(await admin())
    const purchasers = roles.find(({ role }) => role === 'purchaser')!
    expect(purchasers.count).toBe(14)
    expect(purchasers.people.map(({ name }) => name)).toEqual(
      Array.from({ length: 12 }, (_, n) => `采购${10 + n}`),
    )
    expect(roles.find(({ role }) => role === 'market_manager')).toEqual({
      role: 'market_manager',
      count: 0,
      people: [],
    })
  })
})
