import { describe, expect, test } from 'vitest'
import type { Role } from '#db/vocabulary/roles.ts'
import { decideCase } from '#app/domain/returns/index.server.ts'
import { readCase } from '#app/domain/returns/read-case.server.ts'
import { aDecision, anAskedCase, as } from '#test/domain/returns/deciding.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

describe('the page of a case', () => {
  test('RX-2 shows which terms apply and why, and what every way costs', async () => {
    const { number } = await anAskedCase(database.db)
    const read = await readCase(await as(database.db, 'desk'), number)
    const applies = read.terms.filter(({ verdict }) => verdict === 'applies')
    expect(applies.map(({ until }) => until)).toEqual(['2027-01-10'])
    expect(read.usual).toBe('exchange')
    const ways = read.money?.ways.map(({ remedy }) => remedy)
    expect(ways?.[0]).toBe('exchange')
    expect(ways).not.toContain('missing')
    expect(read.money?.limits.desk).toBeGreaterThan(0)
    expect(read.events.map(({ kind }) => kind)).toContain('return_asked')
  })

  test('RX-3 every decision is there with what it sets going', async () => {
    const { number } = await anAskedCase(database.db)
    const desk = await as(database.db, 'desk')
    await decideCase(desk, number, aDecision())
    const read = await readCase(desk, number)
    expect(read.decisions).toMatchObject([{ remedy: 'exchange', standing: 'in_force', seq: 1 }])
    expect(read.decisions[0]?.money?.total).toBeGreaterThan(0)
    expect(read.steps.map(({ kind }) => kind)).toEqual(['goods', 'delivery', 'original'])
    expect(read.events.map(({ kind }) => kind)).toContain('return_decided')
  })

  test('RX-2 shows what there was with the customer before', async () => {
    const { number, ticket } = await anAskedCase(database.db)
    const before = { customerId: ticket.customerId, kind: 'complaint' as const }
    await aTicket(database.db, before)
    const { history } = await readCase(await as(database.db, 'desk'), number)
    expect(history).toMatchObject({ tickets: 1, complaints: 1, returns: 0 })
  })

  test.each(['store_manager', 'warehouse', 'dispatcher'] as Role[])(
    'Q-13 what it costs never leaves for %s',
    async (role) => {
      const { number, ticket } = await anAskedCase(database.db)
      await decideCase(await as(database.db, 'desk'), number, aDecision({ goods: '1234.56' }))
      const facts = ticket.storeId === null ? {} : { storeId: ticket.storeId }
      const actor = await aColleague(database.db, role, facts)
      const reading = readCase(contextOf(database.db, actor), number)
      if (role === 'store_manager' && ticket.storeId === null) {
        await expect(reading).rejects.toMatchObject({ kind: 'not_found' })
        return
      }
      const read = await reading
      expect(read.money).toBeNull()
      expect(read.decisions[0]?.money).toBeNull()
      expect(JSON.stringify(read)).not.toContain('123456')
    },
  )

  test('Q-12 a case of another store’s customer is a missing one', async () => {
    const { number } = await anAskedCase(database.db)
    const guide = await as(database.db, 'store_guide')
    await expect(readCase(guide, number)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test.each(['crew', 'admin'] as Role[])('%s may not', async (role) => {
    const { number } = await anAskedCase(database.db)
    await expect(readCase(await as(database.db, role), number)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
