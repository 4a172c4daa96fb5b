import { describe, expect, test } from 'vitest'
import { forecast } from '#app/domain/visits/index.server.ts'
import { at } from './scene.ts'

const ahead = { callAheadMinutes: 30 }
type Planned = Parameters<typeof forecast>[0][number]

/** An hour's work planned for `start`, promised for the two hours from then on. */
const planned = (start: string, facts: Partial<Planned> = {}): Planned => ({
  status: 'confirmed',
  windowStart: at(start),
  windowEnd: new Date(at(start).getTime() + 2 * 3_600_000),
  plannedStart: at(start),
  plannedEnd: new Date(at(start).getTime() + 3_600_000),
  calledAheadAt: null,
  setOutAt: null,
  arrivedAt: null,
  startedAt: null,
  finishedAt: null,
  ...facts,
})

describe('DS-2 how a crew’s day goes on', () => {
  test('as planned, when there is time for the ways', () => {
    const day = forecast([planned('09:00'), planned('10:30')], [0, 30], at('07:00'), ahead)
    expect(day.map(({ delay }) => delay)).toEqual(['none', 'none'])
    expect(day[1]?.start).toEqual(at('10:30'))
  })

  test('a gap shorter than the way puts the next one at risk before the day', () => {
    const [, next] = forecast([planned('09:00'), planned('10:00')], [0, 25], at('07:00', -1), ahead)
    expect(next).toEqual({ delay: 'risk', start: at('10:25'), end: at('11:25'), minutes: 25 })
  })

  test('less than ten minutes is nobody’s trouble', () => {
    const [, next] = forecast([planned('09:00'), planned('10:00')], [0, 9], at('07:00'), ahead)
    expect(next).toMatchObject({ delay: 'none', start: at('10:09') })
  })

  test('DS-4 nobody is there before the crew says it is', () => {
    const [told, next] = forecast(
      [planned('09:00', { expectedAt: at('10:20') }), planned('10:30')],
      [0, 10],
      at('08:30'),
      ahead,
    )
    expect(told).toMatchObject({ delay: 'risk', start: at('10:20'), minutes: 80 })
    expect(next).toMatchObject({ start: at('11:30') })
    const [passed] = forecast(
      [planned('09:00', { expectedAt: at('10:20') })],
      [0],
      at('10:45'),
      ahead,
    )
    expect(passed).toMatchObject({ start: at('10:45') })
  })

  test('VS-2 work that rests ends so much later', () => {
    const [resting, next] = forecast(
      [
        planned('09:00', {
          ...{ status: 'working', startedAt: at('09:00') },
          rests: [
            [at('09:10'), at('09:20')],
            [at('09:30'), null],
          ],
        }),
        planned('10:15'),
      ],
      [0, 10],
      at('09:50'),
      ahead,
    )
    expect(resting).toMatchObject({ delay: 'over', end: at('10:30'), minutes: 30 })
    expect(next).toMatchObject({ delay: 'risk', start: at('10:40') })
  })

  test('work that takes longer says by how much, and makes the next ones late', () => {
    const working = planned('09:00', { status: 'working', startedAt: at('09:10') })
    const day = forecast(
      [working, planned('10:15'), planned('11:30', { windowEnd: at('11:50') })],
      [0, 15, 20],
      at('10:40'),
      ahead,
    )
    expect(day.map(({ delay, minutes }) => [delay, minutes])).toEqual([
      ['over', 30],
      ['risk', 40],
      ['late', 25],
    ])
    expect(day[2]?.start).toEqual(at('12:15'))
  })

  test('one whose window went by without anybody there is late, however free the crew', () => {
    const [one] = forecast([planned('09:00')], [0], at('11:30'), ahead)
    expect(one).toMatchObject({ delay: 'late', minutes: 30, start: at('11:30') })
  })

  test('BK-4 nobody called ahead is said when half of the time for it has gone', () => {
    const [one] = forecast([planned('09:00')], [0], at('08:50'), ahead)
    expect(one?.delay).toBe('uncalled')
    const [called] = forecast(
      [planned('09:00', { calledAheadAt: at('08:40') })],
      [0],
      at('08:50'),
      ahead,
    )
    expect(called?.delay).toBe('none')
  })

  test('a crew on its way comes when the way is done, not before the window', () => {
    const onTheWay = planned('09:00', { status: 'on_the_way', setOutAt: at('08:20') })
    expect(forecast([onTheWay], [25], at('08:30'), ahead)[0]?.start).toEqual(at('09:00'))
    const behind = { ...onTheWay, setOutAt: at('09:10') }
    expect(forecast([behind], [25], at('09:15'), ahead)[0]).toMatchObject({
      delay: 'risk',
      start: at('09:35'),
    })
  })

  test('what is done is done', () => {
    const done = planned('09:00', {
      status: 'finished',
      startedAt: at('09:05'),
      finishedAt: at('09:50'),
    })
    const [first, second] = forecast([done, planned('10:00')], [0, 5], at('09:55'), ahead)
    expect(first).toEqual({ delay: 'none', start: at('09:05'), end: at('09:50'), minutes: 0 })
    expect(second?.start).toEqual(at('10:00'))
  })
})
