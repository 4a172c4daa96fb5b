import { dropOtherDays } from '#app/crew-worker/day-caches.ts'
import {
  type CrewPage,
  dayCache,
  dayLock,
  isPage,
  keptPage,
  notKeptPath,
  picturesCache,
  readPage,
} from '#app/crew-worker/kept-page.ts'
import { isFull, putOrMakeRoom } from '#app/crew-worker/room.ts'

/** How it went: what is there now, or why nothing could be kept. */
export type KeepingDay =
  | { is: 'kept'; build: string; pictures: boolean }
  | { is: 'unreached' | 'signedOut' | 'full' | 'busy' }

/** What is noted of the day once all of it is there. */
export interface DayNote {
  at: string
  locale: string
  build: string
  /** Whether all pictures found room. */
  pictures: boolean
}

const patience = 30_000
const notePath = '/crew/kept-day'
const around = ['/crew/me', notKeptPath]

/**
 * Brings today's pages and pictures of this person to the phone: one tab at a time, page by page, so that what can't be
 * loaded now stays as it was kept before.
 */
export async function keepDay(person: string): Promise<KeepingDay> {
  return await navigator.locks.request(
    'crew-day-keeping',
    { ifAvailable: true },
    async (lock): Promise<KeepingDay> => {
      if (!lock) return { is: 'busy' }
      try {
        return await keep(person)
      } catch (error) {
        if (isFull(error)) return { is: 'full' }
        if (error instanceof SignedOut) return { is: 'signedOut' }
        return { is: 'unreached' }
      }
    },
  )
}

class SignedOut extends Error {}

async function keep(person: string): Promise<KeepingDay> {
  const today = await load('/crew', person)
  await locked(async () => {
    await dropOtherDays(person)
    await caches.open(dayCache(person))
  })
  await put(person, '/crew', today)
  const { stops, build } = today.page!
  const wanted = new Set(['/crew', notePath, ...around, ...stops])
  const pictures = new Set<string>()
  let whole = true
  for (const path of [...around, ...stops]) {
    const loaded = await load(path, person).catch((error: unknown) => {
      if (error instanceof SignedOut) throw error
      return null
    })
    if (loaded) await put(person, path, loaded)
    else whole = false
    for (const picture of loaded?.page?.pictures ?? []) pictures.add(picture)
  }
  await dropAllBut(dayCache(person), wanted)
  const allPictures = await keepPictures(person, pictures, whole)
  const note: DayNote = {
    at: new Date().toISOString(),
    locale: document.documentElement.lang,
    build,
    pictures: allPictures,
  }
  await inDay(person, (cache) => cache.put(notePath, Response.json(note)))
  navigator.serviceWorker.controller?.postMessage('kept')
  return { is: 'kept', build, pictures: allPictures }
}

interface Loaded {
  html: string
  headers: Headers
  /** Null for the page that is everybody's. */
  page: CrewPage | null
}

/** @throws SignedOut when it isn't this person any more; TypeError and others when there is no page */
async function load(path: string, person: string): Promise<Loaded> {
  const response = await fetch(path, {
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  })
  if (response.redirected && new URL(response.url).pathname === '/sign-in') throw new SignedOut()
  if (!isPage(response)) throw new Error(`${path} answered ${response.status}`)
  const html = await response.text()
  const page = readPage(html)
  if (path !== notKeptPath && page?.person !== person) throw new SignedOut()
  return { html, headers: response.headers, page }
}

const put = (person: string, path: string, { html, headers }: Loaded) =>
  inDay(person, (cache) => putOrMakeRoom(cache, path, keptPage(html, headers, new Date())))

const locked = async <T>(work: () => Promise<T>): Promise<T> =>
  await navigator.locks.request(dayLock, work)

/** Whoever has signed out meanwhile has no day any more. */
const inDay = (person: string, work: (cache: Cache) => Promise<void>) =>
  locked(async () => {
    if (!(await caches.has(dayCache(person)))) throw new SignedOut()
    await work(await caches.open(dayCache(person)))
  })

async function dropAllBut(name: string, wanted: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(name)
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
  }
}

/** @returns whether all of them are there */
async function keepPictures(person: string, wanted: ReadonlySet<string>, whole: boolean) {
  const name = picturesCache(person)
  const cache = await caches.open(name)
  if (whole) await dropAllBut(name, wanted)
  let all = true
  for (const path of wanted) {
    if (await cache.match(path)) continue
    try {
      const response = await fetch(path, { signal: AbortSignal.timeout(patience) })
      if (!response.ok || response.redirected)
        throw new Error(`${path} answered ${response.status}`)
      await cache.put(path, response)
    } catch (error) {
      all = false
      if (isFull(error)) return false
    }
  }
  return all
}

/** When and how completely this person's day was kept. */
export async function noteOfDay(person: string): Promise<DayNote | null> {
  if (!(await caches.has(dayCache(person)))) return null
  const cache = await caches.open(dayCache(person))
  const note = await cache.match(notePath)
  return note ? ((await note.json()) as DayNote) : null
}

/** Whether all these pages are there. */
export async function areKept(person: string, paths: string[]): Promise<boolean> {
  if (!(await caches.has(dayCache(person)))) return false
  const cache = await caches.open(dayCache(person))
  const found = await Promise.all(paths.map((path) => cache.match(path)))
  return found.every((page) => page !== undefined)
}
