import type { Skill } from '#db/vocabulary/visits.ts'
import { weekOfRotation } from '#app/domain/crews/index.server.ts'
import { addDays, instantAt, weekdayOf } from '#app/platform/time.server.ts'
import { type Crew, rotationFrom } from './crews.server.ts'
import { type Generator, nth } from './generator.ts'

/** The hours in which every service is offered; meal and rest hours (BK-7) lie between them. */
export const windows = [
  ['08:30', '10:30'],
  ['10:30', '12:00'],
  ['13:30', '15:30'],
  ['15:30', '17:30'],
  ['18:00', '20:00'],
] as const
/** Its place among them; the evening surveys of it have one place. */
export const evening = 4

/** A crew's place in a window of a day. */
export interface Stop {
  crew: Crew
  day: string
  window: { start: Date; end: Date }
  /** When in it the crew is planned; at its beginning, if left out. */
  start?: Date
}

/** Hands out each crew's windows once (BK-2). */
export interface Roster {
  take(crew: Crew, day: string, window: number): Stop
  /** From then on it is found no more, and may only be taken. */
  keep(crew: Crew, day: string, window: number): void
  /** A free window of a crew that can do this, in `[from, to]`; chosen by chance. */
  find(wanted: { skill: Skill; area: string; from: string; to: string }): Stop
}

export const windowOf = (day: string, window: number) => {
  const [from, to] = nth(windows, window)
  return { start: instantAt(day, from), end: instantAt(day, to) }
}

export const isOnShift = ({ weeks }: Crew, day: string, window: number) => {
  const [from, to] = nth(windows, window)
  const week = weekOfRotation({ rotationWeeks: weeks.length, rotationFrom }, day)
  const { weekdays, hours } = weeks[week - 1]!
  return weekdays.includes(weekdayOf(day)) && hours[0] <= from && to <= hours[1]
}

export function makeRoster(crews: readonly Crew[], random: Generator): Roster {
  const taken = new Set<string>()
  const kept = new Set<string>()
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
    keep(crew, day, window) {
      kept.add(key(crew, day, window))
    },
    find({ skill, area, from, to }) {
      const able = crews.filter((crew) => crew.skills.includes(skill) && crew.areas.includes(area))
      const free: [Crew, string, number][] = []
      for (let day = from; day <= to; day = addDays(day, 1)) {
        for (const crew of able) {
          windows.forEach((_, window) => {
            const place = key(crew, day, window)
            if (isOnShift(crew, day, window) && !taken.has(place) && !kept.has(place)) {
              free.push([crew, day, window])
            }
          })
        }
      }
      if (free.length === 0) throw new Error(`No crew for ${skill} in ${area}, ${from} to ${to}`)
      return take(...random.pick(free))
    },
  }
}
