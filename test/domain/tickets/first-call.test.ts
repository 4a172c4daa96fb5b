import { expect, test } from 'vitest'
import { firstCall } from '#app/domain/tickets/index.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

test.each([
  ['08:30', { minutes: 5 }],
  ['21:59', { minutes: 5 }],
  ['22:00', { from: '2026-03-11T00:30:00.000Z' }],
  ['23:59', { from: '2026-03-11T00:30:00.000Z' }],
  ['00:10', { from: '2026-03-10T00:30:00.000Z' }],
  ['08:29', { from: '2026-03-10T00:30:00.000Z' }],
])('IN-2: what came in at %s is called about in service hours', async (time, call) => {
  const settings = await currentSettings(contextOf(database.db, anonymous))
  expect(firstCall(new Date(`2026-03-10T${time}:00+08:00`), settings, new Set())).toEqual(call)
})

test('IN-2: what comes in on a holiday is called about when the desk is back', async () => {
  const settings = await currentSettings(contextOf(database.db, anonymous))
  const holidays = new Set(['2026-03-10', '2026-03-11'])
  expect(firstCall(new Date('2026-03-10T10:00:00+08:00'), settings, holidays)).toEqual({
    from: '2026-03-12T00:30:00.000Z',
  })
})
