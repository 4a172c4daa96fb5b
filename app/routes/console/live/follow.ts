import { readStream } from './read-stream.ts'

/** How a page stands with its server. */
export type Standing = 'connecting' | 'live' | 'away' | 'signed_out'

interface Follower {
  standing: (now: Standing) => void
  /** `hello` begins each stream: what happened before it may have been missed. */
  heard: (event: string, data: string) => void
}

/** After so many attempts in vain a page says that it is cut off. */
const attemptsInVain = 3

/**
 * Keeps a stream open while the tab is seen: a hidden one holds no connection (browsers open six to a host) and is no
 * use of the session; it catches up when it is seen again. @returns how to stop
 */
export function follow(url: string, { standing, heard }: Follower): () => void {
  const stopped = new AbortController()
  void (async () => {
    for (let vain = 0; !stopped.signal.aborted;) {
      await until(() => !document.hidden, stopped.signal)
      const hidden = abortedWhenHidden(stopped.signal)
      const end = await readStream(url, {
        signal: hidden.signal,
        heard(event, data) {
          if (event === 'hello') {
            vain = 0
            standing('live')
          }
          heard(event, data)
        },
      })
      hidden.forget()
      if (stopped.signal.aborted) return
      if (document.hidden) continue
      if (end === 'signed_out') {
        standing('signed_out')
        // Signed in again in another tab, this one comes back to life when it is looked at.
        await until(() => document.hidden, stopped.signal)
        continue
      }
      vain++
      standing(vain < attemptsInVain ? 'connecting' : 'away')
      await pause(patience(vain), stopped.signal)
    }
  })()
  return () => stopped.abort()
}

/** Half a second at first, five in the end, each page its own: they don't all come back at once. */
const patience = (vain: number) => Math.min(5000, 500 * 2 ** (vain - 1)) * (0.5 + Math.random() / 2)

/** Waits, but no longer than until the network is back or the tab is looked at. */
export function pause(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      document.removeEventListener('visibilitychange', done)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    window.addEventListener('online', done)
    document.addEventListener('visibilitychange', done)
    signal?.addEventListener('abort', done)
    if (signal?.aborted) done()
  })
}

async function until(seen: () => boolean, signal: AbortSignal): Promise<void> {
  while (!seen() && !signal.aborted) await pause(60_000, signal)
}

function abortedWhenHidden(outer: AbortSignal) {
  const inner = new AbortController()
  const look = () => {
    if (document.hidden) inner.abort()
  }
  const stop = () => inner.abort()
  document.addEventListener('visibilitychange', look)
  outer.addEventListener('abort', stop)
  return {
    signal: inner.signal,
    forget() {
      document.removeEventListener('visibilitychange', look)
      outer.removeEventListener('abort', stop)
    },
  }
}
