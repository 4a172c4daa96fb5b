import { describe, expect, test } from 'vitest'
import { hoursText, readDayHours } from '#app/platform/day-hours.ts'

const read = (typed: string) => {
  const hours = readDayHours(typed)
  return Array.isArray(hours) ? hoursText(hours) : hours.error
}

describe('hours of a day are read as people type them', () => {
  test.each([
    ['08:30-15:00', '08:30–15:00'],
    ['8:30–15:00', '08:30–15:00'],
    ['15：00－22：00', '15:00–22:00'],
    ['08:30～22:00', '08:30–22:00'],
    ['０８：３０至１５：００', '08:30–15:00'],
    ['0830-1530', '08:30–15:30'],
    ['830-1530', '08:30–15:30'],
    ['9-12', '09:00–12:00'],
    ['9 to 12, 13-17', '09:00–12:00, 13:00–17:00'],
    ['8点半到15点', '08:30–15:00'],
    ['9点15分到12点', '09:15–12:00'],
    ['13-17，9-12', '09:00–12:00, 13:00–17:00'],
    ['9-12\n13-17', '09:00–12:00, 13:00–17:00'],
    ['', ''],
  ])('%s', (typed, hours) => expect(read(typed)).toBe(hours))

  test.each([
    ['some time', 'validation:hours'],
    ['9', 'validation:hours'],
    ['18-9', 'validation:hoursOrder'],
    ['9-25', 'validation:hoursOutside'],
    ['0870-1200', 'validation:hoursOutside'],
    ['9-12, 11-13', 'validation:hoursOverlap'],
  ])('not %s', (typed, error) => expect(read(typed)).toBe(error))
})
