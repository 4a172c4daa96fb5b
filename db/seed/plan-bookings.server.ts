import { addDays } from '#app/platform/time.server.ts'
import { bookedOnline, bookedTogether, overbooked } from './courses-booked.server.ts'
import { booked } from './courses-open.server.ts'
import type { Whereabouts } from './customers.server.ts'
import type { MakeOpening } from './plan.server.ts'
import { evening, type Stop, windowOf, windows } from './roster.server.ts'
import type { Telling } from './telling.ts'
import { cityOfArea } from './texts/places.ts'

const crewNamed = ({ crews }: Telling, name: string) => crews.find(({ nameEn }) => nameEn === name)!

export const eveningSurveyors = (telling: Telling) => crewNamed(telling, 'Evening survey crew')

/** Where most is booked. */
export const inPark: Whereabouts = { city: 'suzhou', areas: ['工业园区'] }

/** Days whose bookings are told one by one; chance stays away from them. */
export function keepClear(telling: Telling): void {
  const { roster, today, timeOff } = telling
  const surveyors = eveningSurveyors(telling)
  for (let days = -14; days <= 8; days++) roster.keep(surveyors, addDays(today, days), evening)
  for (const { crew, day } of [timeOff.whole, timeOff.half, timeOff.granted]) {
    windows.forEach((_, window) => roster.keep(crew, day, window))
  }
}

/** Somebody who lives where this crew goes. */
export const near = ({ crew: { areas } }: Stop): Whereabouts => ({
  city: cityOfArea(areas[0]),
  areas,
})

/** What customers booked themselves, and what that leads to. Tomorrow evening's one survey stays free. */
export function tellBookings(telling: Telling, opening: MakeOpening): void {
  const { roster, today, timeOff } = telling
  const lately = [720, 2_800] as const
  const surveyors = eveningSurveyors(telling)
  for (const days of [2, 3]) {
    const stop = roster.take(surveyors, addDays(today, days), evening)
    bookedOnline(telling, opening('survey', lately, near(stop)), stop)
  }
  const beyond = windowOf(addDays(today, 3), evening)
  overbooked(
    telling,
    opening('survey', lately, inPark),
    beyond,
    '业主出国前只有这一晚在家，量尺组同意加一户',
  )

  for (const [i, kind] of (['install', 'repair', 'install'] as const).entries()) {
    const { crew, day, windows } = timeOff.whole
    const stop = roster.take(crew, day, windows[i === 0 ? 0 : i + 1]!)
    if (kind === 'repair') booked(telling, opening(kind, lately, near(stop)), stop)
    else bookedOnline(telling, opening(kind, lately, near(stop)), stop)
  }
  const late = roster.take(timeOff.half.crew, timeOff.half.day, timeOff.half.windows[0]!)
  booked(telling, opening('repair', lately, near(late)), late)
  const { granted } = timeOff
  const stranded = roster.take(granted.crew, granted.day, granted.windows[1]!)
  bookedOnline(telling, opening('install', lately, near(stranded)), stranded)

  for (const where of [inPark, inPark, { city: 'shanghai' }] as const) {
    bookedTogether(telling, opening('delivery', lately, where))
  }
  bookedOnline(telling, opening('delivery', lately, inPark))
}
