import { useSyncExternalStore } from 'react'

/** How the day on this phone stands with the server's. */
export interface KeptDay {
  /** Set while the page is shown as the phone kept it: when that was. */
  asOf: string | null
  /** The server has a newer build, and something is being written here. */
  newer: boolean
  /** When the whole day was kept, as far as it was. */
  day: { at: string; pictures: boolean } | null
  /** There is no room on the phone for the day. */
  full: boolean
}

const nothing: KeptDay = { asOf: null, newer: false, day: null, full: false }
let standing = nothing
const watchers = new Set<() => void>()

export function changeKeptDay(facts: Partial<KeptDay>): void {
  standing = { ...standing, ...facts }
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** On the server, nothing is kept. */
export const useKeptDay = (): KeptDay =>
  useSyncExternalStore(
    watch,
    () => standing,
    () => nothing,
  )
