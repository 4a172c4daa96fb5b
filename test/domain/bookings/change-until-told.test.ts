import { expect, test } from 'vitest'
import { changeUntilTold } from '#app/domain/bookings/index.server.ts'
import { instantAt } from '#app/platform/time.server.ts'

const at = instantAt
const windowStart = at('2026-03-12', '10:30')
const told = (now: Date, stranded: boolean) =>
  changeUntilTold({ windowStart, stranded }, now, { cutOff: '17:30' })

test('BK-3: one deadline is told, whatever is known of the crew; a longer one when it has passed', () => {
  const promised = at('2026-03-11', '17:30')
  expect(told(at('2026-03-10', '10:00'), false)).toEqual(promised)
  expect(told(at('2026-03-10', '10:00'), true)).toEqual(promised)
  expect(told(at('2026-03-11', '18:00'), true)).toEqual(windowStart)
  expect(told(at('2026-03-11', '18:00'), false)).toEqual(promised)
})
