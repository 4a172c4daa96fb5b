import { dropOtherDays } from '#app/crew-worker/day-caches.ts'
import { areKept, keepDay, noteOfDay } from './keep-day.ts'
import { changeKeptDay } from './kept-day.ts'
import { dropOthersSent, hearLeaving } from './leaving.ts'
import { keepsPages, lookForNewWorker, ownBuild, startWorker } from './worker-client.ts'

/** A day that was kept so lately is kept again only when something is known to have changed. */
const fresh = 5 * 60_000
/** Looking at the phone, or finding the network again, is no more often a reason. */
const lookEvery = 60_000
const firstWait = 4_000
const longestWait = 60_000
const reloadedAt = 'crew-reloaded'

/** @returns whether the page shows what the server has now */
type LoadAnew = () => Promise<boolean>

let touched = false
let last = 0

/**
 * Keeps the day on this phone as the server has it: when a page opens, when the network is back, when the phone is
 * looked at again. @returns how to stop
 */
export function watchDay(person: string, loadAnew: LoadAnew): () => void {
  if (!keepsPages() || !person) return () => undefined
  const asOf = document.documentElement.dataset.keptAt ?? null
  changeKeptDay({ asOf })
  startWorker()
  const stopped = new AbortController()
  const { signal } = stopped
  let wait = firstWait
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = async (whenKept?: LoadAnew) => {
    clearTimeout(timer)
    if (signal.aborted || document.hidden) return
    if (await keep(person, whenKept).catch(() => true)) wait = firstWait
    else {
      // Not every phone is told when the network is back.
      timer = setTimeout(() => void look(loadAnew), wait)
      wait = Math.min(longestWait, wait * 2)
    }
  }
  const lookNow = () => {
    wait = firstWait
    void look(loadAnew)
  }
  const seen = () => {
    if (Date.now() - last > lookEvery) lookNow()
  }
  window.addEventListener('online', lookNow, { signal })
  document.addEventListener('visibilitychange', seen, { signal })
  noteTouching(signal)
  hearLeaving(signal)
  void begin(person).then((due) => (asOf || due ? look(asOf ? loadAnew : undefined) : undefined))
  return () => {
    clearTimeout(timer)
    stopped.abort()
  }
}

/** What is somebody else's goes first. @returns whether the day has to be kept now */
async function begin(person: string): Promise<boolean> {
  try {
    await dropOtherDays(person)
    await dropOthersSent(person)
    const note = await noteOfDay(person)
    if (note) changeKeptDay({ day: note })
    return await isDue(person, note)
  } catch {
    // A browser that keeps nothing keeps no day.
    return false
  }
}

/** Whether something is being written or drawn that loading the page anew would lose. */
function noteTouching(signal: AbortSignal): void {
  const touch = () => (touched = true)
  const draw = (event: Event) => {
    if (event.target instanceof HTMLCanvasElement) touch()
  }
  document.addEventListener('input', touch, { signal, capture: true })
  document.addEventListener('pointerdown', draw, { signal, capture: true })
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

/** @returns whether there is no need to try again soon */
async function keep(person: string, loadAnew?: LoadAnew): Promise<boolean> {
  const kept = await keepDay(person)
  if (kept.is === 'full') changeKeptDay({ full: true })
  if (kept.is !== 'kept') return kept.is !== 'unreached' && kept.is !== 'busy'
  last = Date.now()
  changeKeptDay({ full: false, day: await noteOfDay(person) })
  void navigator.storage?.persist?.()
  void lookForNewWorker()
  if (!loadAnew) return true
  if (kept.build === ownBuild()) {
    if (!(await loadAnew())) return false
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
