import type { Skill } from '#db/vocabulary/visits.ts'
import { addDays, instantAt, weekdayOf } from '#app/platform/time.server.ts'
import type { Crew } from './crews.server.ts'
import { type Generator, nth } from './generator.ts'
import type { City } from './texts/places.ts'

/** The windows a day is offered in; meal and rest hours (BK-7) lie between them. */
export const windows = [
  ['08:30', '10:00'],
  ['10:30', '12:00'],
  ['13:30', '15:00'],
  ['15:30', '17:00'],
  ['18:00', '19:30'],
] as const

/** A crew's place in a window of a day. */
export interface Stop {
  crew: Crew
  day: string
  window: { start: Date; end: Date }
}

/** Hands out each crew's windows once (BK-2). */
export interface Roster {
  take(crew: Crew, day: string, window: number): Stop
  /** A free window of a crew that can do this, in `[from, to]`; chosen by chance. */
  find(wanted: { skill: Skill; city: City; from: string; to: string }): Stop
}

export const windowOf = (day: string, window: number) => {
  const [from, to] = nth(windows, window)
  return { start: instantAt(day, from), end: instantAt(day, to) }
}

export const isOnShift = (crew: Crew, day: string, window: number) => {
  const [from, to] = nth(windows, window)
  return crew.weekdays.includes(weekdayOf(day)) && crew.hours[0] <= from && to <= crew.hours[1]
}

export function makeRoster(crews: readonly Crew[], random: Generator): Roster {
  const taken = new Set<string>()
  const key = (crew: Crew, day: string, window: number) => `${crew.place} ${day} ${window}`
  const take = (crew: Crew, day: string, window: number): Stop => {
    if (taken.has(key(crew, day, window)) || !isOnShift(crew, day, window)) {
      throw new Error(`${crew.nameEn} can not come on ${day} in window ${window}`)
    }
    taken.add(key(crew, day, window))
    return { crew, day, window: windowOf(day, window) }
  }
  return {
    take,
    find({ skill, city, from, to }) {
      const able = crews.filter(
        (crew) => crew.skills.includes(skill) && (crew.city === null || crew.city === city),
      )
      const free: [Crew, string, number][] = []
      for (let day = from; day <= to; day = addDays(day, 1)) {
        for (const crew of able) {
          windows.forEach((_, window) => {
            if (isOnShift(crew, day, window) && !taken.has(key(crew, day, window))) {
              free.push([crew, day, window])
            }
          })
        }
      }
      if (free.length === 0) throw new Error(`No crew for ${skill} in ${city}, ${from} to ${to}`)
      return take(...random.pick(free))
    },
  }
}
