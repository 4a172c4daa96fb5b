import { useSyncExternalStore } from 'react'

/**
 * What open pages show, loaded anew beside the router: that one takes the page away, with what is typed there, when
 * its questions aren't answered.
 */
const latest = new Map<string, unknown>()
const watchers = new Set<() => void>()
const patience = 20_000
let asked = 0

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** What a page was opened with, until something newer came. @param path the page's own */
export const useLatest = <T>(path: string, loaded: T): T =>
  useSyncExternalStore<T>(
    watch,
    () => (latest.get(path) as T | undefined) ?? loaded,
    () => loaded,
  )

/** Whether there is a way to load a page's facts alone. */
export const hasLatest = (path: string) => path === '/crew' || /^\/crew\/visits\/\d+$/.test(path)

/** Without an answer the page stays as it is. @returns whether it shows what the server has now */
export async function loadLatest(path: string): Promise<boolean> {
  if (!navigator.onLine) return false
  asked += 1
  const turn = asked
  try {
    const response = await fetch(`${path}/now`, {
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok) return false
    const now = (await response.json()) as { title: string }
    // Somebody asked again meanwhile: that answer knows more.
    if (turn !== asked) return true
    latest.set(path, now)
    document.title = now.title
    for (const watcher of watchers) watcher()
    return true
  } catch {
    return false
  }
}
