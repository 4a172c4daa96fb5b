import { dropOtherDays } from '#app/crew-worker/day-caches.ts'
import { areKept, keepDay, noteOfDay } from './keep-day.ts'
import { changeKeptDay } from './kept-day.ts'
import { dropOthersSent, hearLeaving } from './leaving.ts'
import { keepsPages, lookForNewWorker, ownBuild, startWorker } from './worker-client.ts'

/** A day that was kept so lately is kept again only when something is known to have changed. */
const fresh = 5 * 60_000
/** Looking at the phone, or finding the network again, is no more often a reason. */
const lookEvery = 60_000
const reloadedAt = 'crew-reloaded'

let touched = false
let last = 0

/**
 * Keeps the day on this phone as the server has it: when a page opens, when the network is back, when the phone is
 * looked at again. @returns how to stop
 */
export function watchDay(person: string, loadAnew: () => void): () => void {
  if (!keepsPages() || !person) return () => undefined
  const asOf = document.documentElement.dataset.keptAt ?? null
  changeKeptDay({ asOf })
  startWorker()
  const stopped = new AbortController()
  const { signal } = stopped
  const look = async () => {
    if (signal.aborted || document.hidden || Date.now() - last < lookEvery) return
    await keep(person, loadAnew)
  }
  const touch = () => (touched = true)
  window.addEventListener('online', () => void again(), { signal })
  document.addEventListener('visibilitychange', () => void look(), { signal })
  document.addEventListener('input', touch, { signal, capture: true })
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target instanceof HTMLCanvasElement) touch()
    },
    { signal },
  )
  // Told of the network, the phone is there some moments before it is.
  const again = async () => {
    if (!(await keep(person, loadAnew))) setTimeout(() => void look(), lookEvery)
  }
  hearLeaving(signal)
  void (async () => {
    await dropOtherDays(person)
    await dropOthersSent(person)
    const note = await noteOfDay(person)
    if (note) changeKeptDay({ day: note })
    if (asOf || (await isDue(person, note))) await keep(person, asOf ? loadAnew : undefined)
  })()
  return () => stopped.abort()
}

/** Something was sent from here: what is kept doesn't know of it. */
export const dayHasChanged = (person: string) =>
  keepsPages() && person ? keep(person) : Promise.resolve(false)

async function isDue(person: string, note: Awaited<ReturnType<typeof noteOfDay>>) {
  if (!note || Date.now() - Date.parse(note.at) > fresh) return true
  if (note.build !== ownBuild() || note.locale !== document.documentElement.lang) return true
  const stops = [...document.querySelectorAll('a')]
    .map((link) => link.pathname)
    .filter((path) => /^\/crew\/visits\/\d+$/.test(path))
  return !(await areKept(person, stops))
}

/** @returns whether the server was there */
async function keep(person: string, loadAnew?: () => void): Promise<boolean> {
  const kept = await keepDay(person)
  if (kept.is === 'full') changeKeptDay({ full: true })
  if (kept.is !== 'kept') return kept.is !== 'unreached'
  last = Date.now()
  changeKeptDay({ full: false, day: await noteOfDay(person) })
  void navigator.storage?.persist?.()
  void lookForNewWorker()
  if (!loadAnew) return true
  if (kept.build === ownBuild()) {
    loadAnew()
    changeKeptDay({ asOf: null })
  } else if (!touched && mayReload()) location.reload()
  else changeKeptDay({ newer: true })
  return true
}

/** Processes of two builds may answer in turn: a page isn't taken away twice in a minute for it. */
function mayReload(): boolean {
  try {
    const before = Number(sessionStorage.getItem(reloadedAt))
    sessionStorage.setItem(reloadedAt, String(Date.now()))
    return Date.now() - before > lookEvery
  } catch {
    return false
  }
}
