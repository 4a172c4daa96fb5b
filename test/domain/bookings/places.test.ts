import { describe, expect, test } from 'vitest'
import { placesOf } from '#app/domain/bookings/places.ts'

const window = {
  placeMinutes: 60,
  capacityMinutes: 300,
  bookedMinutes: 0,
  heldMinutes: 0,
  bookedVisits: 0,
}

describe('a window’s minutes as places', () => {
  test('BK-1 those booked and those free make the places; what is held back is not for customers', () => {
    expect(placesOf({ ...window, bookedMinutes: 120, bookedVisits: 2, heldMinutes: 60 })).toEqual({
      booked: 2,
      places: 5,
      left: 2,
      held: 1,
    })
  })

  test('less than a place is none', () => {
    expect(placesOf({ ...window, capacityMinutes: 119 })).toMatchObject({ places: 1, left: 1 })
    expect(placesOf({ ...window, capacityMinutes: 59 })).toMatchObject({ places: 0, left: 0 })
  })

  test('what was let in beyond the capacity has no place', () => {
    const over = { ...window, capacityMinutes: 120, bookedMinutes: 180, bookedVisits: 3 }
    expect(placesOf(over)).toEqual({ booked: 3, places: 2, left: 0, held: 0 })
  })

  test('longer visits take more than a place each', () => {
    const long = { ...window, bookedMinutes: 200, bookedVisits: 2 }
    expect(placesOf(long)).toEqual({ booked: 2, places: 3, left: 1, held: 0 })
  })
})
