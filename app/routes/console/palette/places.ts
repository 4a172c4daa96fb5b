import type { NavItem } from '#app/ui/console/frame.tsx'
import { entriesOf } from '../navigation.ts'

type Signed = Parameters<typeof entriesOf>[0]

/** Pages whose part of the rail opens only there. */
const opened = ['/console/tickets', '/console/dispatch']

/** Every place the rail may lead to for this colleague, each once. */
export function placesOf(signed: Omit<Signed, 'pathname' | 'search'>): NavItem[] {
  const places = new Map<string, NavItem>()
  for (const pathname of opened) {
    for (const entry of entriesOf({ ...signed, pathname, search: '' })) {
      for (const place of [entry, ...(entry.sub ?? [])]) {
        if (!places.has(place.href)) places.set(place.href, place)
      }
    }
  }
  return [...places.values()]
}
