import { answerAsset, dropOldBuilds, keepAssets } from './assets.ts'
import { thisBuild } from './build.ts'
import { findIn } from './day-caches.ts'
import { isKeptPath, isPicturesCache } from './kept-page.ts'
import { answerPage } from './pages.ts'
import { scope } from './scope.ts'

/**
 * Stands between the crew's pages and the network. A newer one takes over at once: what a page asks for is answered by
 * its address alone, so that pages of an older build find their files beside those of the new one.
 */
scope.addEventListener('install', (event) => {
  event.waitUntil(keepAssets().then(() => scope.skipWaiting()))
})

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOldBuilds().then(() => scope.clients.claim()))
})

/** A page has kept the day anew. */
scope.addEventListener('message', (event) => event.waitUntil(dropOldBuilds()))

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, searchParams } = new URL(request.url)
  if (origin !== location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate') {
    if (/^\/crew(\/|$)/.test(pathname)) event.respondWith(answerPage(event))
  } else if (pathname.startsWith('/assets/') || thisBuild.assets.includes(pathname)) {
    event.respondWith(answerAsset(request))
  } else if (pathname === '/__manifest' && searchParams.getAll('p').every(isKeptPath)) {
    event.respondWith(Promise.resolve(nothingMore()))
  } else if (pathname.startsWith('/attachments/')) {
    event.respondWith(findIn(isPicturesCache, pathname).then((kept) => kept ?? fetch(request)))
  }
})

/**
 * Where Remix asks which routes there are at the address of a page that is loaded anew. The page itself knows; without
 * an answer it would become an error page, and with that of another build it would be taken away while it is written in.
 */
const nothingMore = () => Response.json({})
