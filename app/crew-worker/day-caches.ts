import { dayCache, isDayCache, isPicturesCache, picturesCache } from './kept-page.ts'

/** Takes away what was kept of other people's days: one phone keeps one person's. */
export async function dropOtherDays(person: string | null): Promise<void> {
  const own = person === null ? [] : [dayCache(person), picturesCache(person)]
  const others = (await caches.keys()).filter(
    (name) => (isDayCache(name) || isPicturesCache(name)) && !own.includes(name),
  )
  await Promise.all(others.map((name) => caches.delete(name)))
}

/** Looks in the caches that `which` names, in turn. */
export async function findIn(
  which: (name: string) => boolean,
  address: string,
): Promise<Response | undefined> {
  for (const name of (await caches.keys()).filter(which)) {
    const found = await caches.open(name).then((cache) => cache.match(address))
    if (found) return found
  }
  return undefined
}
