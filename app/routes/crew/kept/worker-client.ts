import { buildLock } from '#app/crew-worker/kept-page.ts'

/** Only over TLS, or on the machine itself, does a browser keep pages; while developing, files are loaded as they are. */
export const keepsPages = () =>
  import.meta.env.PROD &&
  'serviceWorker' in navigator &&
  'caches' in globalThis &&
  'locks' in navigator

/** The build of the page that is open. */
export const ownBuild = () =>
  (globalThis as { __remixManifest?: { version: string } }).__remixManifest?.version ?? ''

let started = false

/**
 * Lets the crew's worker stand between its pages and the network, asks whether there is a newer one, and says which
 * build this page is of for as long as it is open.
 */
export function startWorker(): void {
  if (started) return
  started = true
  void navigator.locks.request(
    buildLock(ownBuild()),
    { mode: 'shared' },
    () => new Promise(() => {}),
  )
  void navigator.serviceWorker
    .register('/crew-worker.js', { scope: '/crew', updateViaCache: 'none' })
    .catch(unreached)
}

export async function lookForNewWorker(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/crew')
  await registration?.update().catch(unreached)
}

/** Without network the worker that is there goes on. */
const unreached = () => undefined
