/** Where in the bookings somebody is: the area and the first day of the table. */
export interface Place {
  areaId: number
  from: string
}

export const pathOf = (
  { areaId, from }: Place,
  more: Record<string, string | number | undefined> = {},
) => {
  const params = new URLSearchParams({ area: String(areaId), from })
  for (const [name, value] of Object.entries(more)) {
    if (value !== undefined) params.set(name, String(value))
  }
  return `/console/bookings?${params}`
}

/** All areas at a glance. */
export const areasPath = (from: string) => `/console/bookings?${new URLSearchParams({ from })}`

export const windowPath = (place: Place, window: number) => `${pathOf(place, { window })}#window`
