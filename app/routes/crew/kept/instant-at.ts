const shapes = new Map<string, Intl.DateTimeFormat>()

/** The parts of an instant in a zone, read as if they were UTC. */
function wallClock(instant: number, zone: string): number {
  let shape = shapes.get(zone)
  if (!shape) {
    const two = '2-digit'
    shape = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: two, day: two },
      ...{ hour: two, minute: two, second: two },
    })
    shapes.set(zone, shape)
  }
  const parts = Object.fromEntries(
    shape.formatToParts(new Date(instant)).map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>
  const { year, month, day, hour, minute, second } = parts
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!)
}

/** `HH:MM` on the day of another instant, by the clocks of a zone. */
export function instantAt(dayOf: string, time: string, zone: string): string {
  const [hour, minute] = time.split(':').map(Number)
  const start = new Date(dayOf).getTime()
  const midnight = Math.floor(wallClock(start, zone) / 86_400_000) * 86_400_000
  const wanted = midnight + (hour ?? 0) * 3_600_000 + (minute ?? 0) * 60_000
  const first = wanted - (wallClock(wanted, zone) - wanted)
  return new Date(wanted - (wallClock(first, zone) - first)).toISOString()
}
