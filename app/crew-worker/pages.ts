import { dropOtherDays, findIn } from './day-caches.ts'
import {
  dayCache,
  dayLock,
  isAssetsCache,
  isDayCache,
  isKeptPath,
  isPage,
  isTooOld,
  keptPage,
  notKeptPath,
  readPage,
} from './kept-page.ts'
import type { Asked } from './scope.ts'

/** How long the network is waited for where the phone has the page. */
const patience = 2000

/** A page of the crew: from the network if it answers soon, else as the phone has it, else a page that says so. */
export async function answerPage(event: Asked): Promise<Response> {
  const { request } = event
  const { pathname } = new URL(request.url)
  const network = fetch(request)
  event.waitUntil(network.then((response) => remember(pathname, response.clone())).catch(nothing))
  const kept = await findKept(pathname)
  if (!kept) return network.catch(async () => (await notKeptPage()) ?? Response.error())
  const soon = network.then(
    // A proxy whose server is away says so in a page of its own.
    (response) => (response.status >= 500 ? kept : response),
    () => kept,
  )
  return Promise.race([soon, after(patience).then(() => kept)])
}

async function findKept(pathname: string): Promise<Response | null> {
  if (!isKeptPath(pathname)) return null
  const found = await findIn(isDayCache, pathname)
  return found && !isTooOld(found, Date.now()) ? found : null
}

/** In the language last used, as far as it was kept with the day. */
const notKeptPage = async () =>
  (await findIn(isDayCache, notKeptPath)) ?? findIn(isAssetsCache, notKeptPath)

/** A page that was opened is kept as it is now, where a day is kept; somebody else's page ends that day. */
async function remember(pathname: string, response: Response): Promise<void> {
  if (!isKeptPath(pathname) || !isPage(response)) return
  const html = await response.text()
  const page = readPage(html)
  if (!page) return
  await navigator.locks.request(dayLock, async () => {
    await dropOtherDays(page.person)
    const name = dayCache(page.person)
    if (!(await caches.has(name))) return
    const cache = await caches.open(name)
    await cache.put(pathname, keptPage(html, response.headers, new Date()))
  })
}

const after = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
const nothing = () => undefined
