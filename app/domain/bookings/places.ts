interface Counted {
  placeMinutes: number
  capacityMinutes: number
  bookedMinutes: number
  heldMinutes: number
  bookedVisits: number
}

export interface Places {
  booked: number
  /** All that could come: those booked and those still free. */
  places: number
  /** What customers can still book. */
  left: number
  /** What is kept beyond that for urgent repairs. */
  held: number
}

/** A window's minutes as places of a visit each; what was let in beyond the capacity has no place. */
export function placesOf(window: Counted): Places {
  const whole = (minutes: number) => Math.floor(minutes / window.placeMinutes)
  const free = window.capacityMinutes - window.bookedMinutes
  const open = Math.max(0, whole(free))
  const left = Math.max(0, Math.min(open, whole(free - window.heldMinutes)))
  return {
    booked: window.bookedVisits,
    places: Math.max(0, window.bookedVisits + whole(free)),
    left,
    held: open - left,
  }
}
