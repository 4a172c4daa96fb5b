import { thisBuild } from './build.ts'
import { findIn } from './day-caches.ts'
import {
  assetsCache,
  buildOf,
  buildOfLock,
  isAssetsCache,
  isDayCache,
  notKeptPath,
  readPage,
} from './kept-page.ts'
import { putOrMakeRoom } from './room.ts'

/** Brings the files of this build to the phone; those that an earlier build had, too, aren't loaded again. */
export async function keepAssets(): Promise<void> {
  const cache = await caches.open(assetsCache(thisBuild.id))
  const keep = async (asset: string) => {
    if (isNamedByContent(asset) && (await cache.match(asset))) return
    const known = isNamedByContent(asset) ? await findIn(isAssetsCache, asset) : undefined
    await putOrMakeRoom(cache, asset, known ?? (await load(asset)))
  }
  await Promise.all([...thisBuild.assets, notKeptPath].map(keep))
}

const isNamedByContent = (address: string) => address.startsWith('/assets/')

async function load(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-cache' })
  if (!response.ok || response.redirected || response.type !== 'basic') {
    throw new Error(`${address} answered ${response.status}`)
  }
  return response
}

/** Whatever the build it belongs to: its name says what is in it. */
export const answerAsset = async (request: Request): Promise<Response> =>
  (await findIn(isAssetsCache, new URL(request.url).pathname)) ?? fetch(request)

/** Takes away the files of builds that no open page and no kept page needs any more. */
export async function dropOldBuilds(): Promise<void> {
  const needed = new Set([thisBuild.id, ...(await buildsOfOpenPages()), ...(await keptBuilds())])
  const old = (await caches.keys()).filter(
    (name) => isAssetsCache(name) && !needed.has(buildOf(name)),
  )
  await Promise.all(old.map((name) => caches.delete(name)))
}

async function buildsOfOpenPages(): Promise<string[]> {
  const { held = [] } = await navigator.locks.query()
  return held.flatMap(({ name }) => buildOfLock(name ?? '') ?? [])
}

async function keptBuilds(): Promise<string[]> {
  const builds: string[] = []
  for (const name of (await caches.keys()).filter(isDayCache)) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const kept = await cache.match(request)
      const page = kept && readPage(await kept.text())
      if (page) builds.push(page.build)
    }
  }
  return builds
}
