import { picturesPrefix } from '#app/routes/crew/kept/make-room.ts'

/** Where the pages and the pictures of one person's day are kept, and the assets of one build. */
const dayPrefix = 'crew-day-'
const assetsPrefix = 'crew-assets-'
export const dayCache = (person: string) => dayPrefix + person
export const picturesCache = (person: string) => `${picturesPrefix}-${person}`
export const assetsCache = (build: string) => assetsPrefix + build
export const isDayCache = (name: string) => name.startsWith(dayPrefix)
export const isPicturesCache = (name: string) => name.startsWith(picturesPrefix)
export const isAssetsCache = (name: string) => name.startsWith(assetsPrefix)
export const buildOf = (cache: string) => cache.slice(assetsPrefix.length)

/** While it holds a lock of this name, a page may need files of its build. */
export const buildLock = (build: string) => `crew-build-${build}`
export const buildOfLock = (name: string) => /^crew-build-(.+)$/.exec(name)?.[1]
/** Who changes what is kept of the day holds this lock. */
export const dayLock = 'crew-day'

/** Customers' addresses don't stay on a phone for ever: a page this old is shown no more. */
export const longestKept = 48 * 3_600_000

/** What is shown when a page isn't kept. */
export const notKeptPath = '/crew/offline'

/** Whether a page is one of those that are there without network. */
export const isKeptPath = (pathname: string) => /^\/crew(\/me|\/visits\/\d+)?$/.test(pathname)

/** Whether an answer is the page that was asked for, and not an error, a sign-in page or something in between. */
export const isPage = (response: Response) =>
  response.ok &&
  response.type === 'basic' &&
  !response.redirected &&
  (response.headers.get('Content-Type') ?? '').startsWith('text/html')

/** What a page of the crew says of itself; null for any other. */
export interface CrewPage {
  /** Whose it is. */
  person: string
  build: string
  stops: string[]
  pictures: string[]
}

export function readPage(html: string): CrewPage | null {
  // What people have typed is escaped, so that neither can come from it.
  const person = /<div class="crew" data-person="([\w-]+)"/.exec(html)?.[1]
  const build = /"\/assets\/manifest-([\w-]+)\.js"/.exec(html)?.[1]
  if (!person || !build) return null
  const all = (pattern: RegExp) => [
    ...new Set([...html.matchAll(pattern)].map((found) => found[1]!)),
  ]
  return {
    person,
    build,
    stops: all(/ href="(\/crew\/visits\/\d+)"/g),
    pictures: all(/ src="(\/attachments\/[\w-]+)"/g),
  }
}

const keptAtHeader = 'X-Kept-At'
const notKept = ['Content-Encoding', 'Content-Length', 'Transfer-Encoding', 'Vary']

/** A page as it is kept: it bears when that was, for itself to say when it is shown from the phone. */
export function keptPage(html: string, headers: Headers, now: Date): Response {
  const kept = new Headers(headers)
  for (const name of notKept) kept.delete(name)
  const at = now.toISOString()
  kept.set(keptAtHeader, at)
  return new Response(html.replace('<html ', `<html data-kept-at="${at}" `), { headers: kept })
}

export const keptAt = (response: Response) => response.headers.get(keptAtHeader) ?? ''
export const isTooOld = (response: Response, now: number) =>
  !(now - Date.parse(keptAt(response)) < longestKept)
