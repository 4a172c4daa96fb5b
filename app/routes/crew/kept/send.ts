import type { Entry, Refusal } from './entry.ts'
import { newKey } from './entry.ts'
import { makeRoom } from './make-room.ts'
import { toSend } from './next-to-send.ts'
import { changeOutbox, type Outbox, tellChange } from './outbox.ts'
import { allEntries, changeEntry, deviceOf, dropEntries } from './store.ts'

/** As long as an answer may take on a slow line, a large photo going up. */
const patience = 120_000
const firstWait = 2_000
const longestWait = 60_000

type Answer =
  | { is: 'taken' }
  | { is: 'refused'; refusal: Refusal }
  | { is: 'held'; held: NonNullable<Outbox['held']>; wait?: number; failed?: boolean }

let active: Promise<void> | null = null
let asked = false
let wait = firstWait
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Sends what waits, in the order it was done, one entry at a time and from one tab at a time; an entry is let go only
 * when the server has answered for it. Without an answer it is tried again by itself.
 * @param me whose entries they are: another colleague's wait for them
 */
export function sendKept(me: string): Promise<void> {
  if (!me) return Promise.resolve()
  asked = true
  active ??= sendWhileAsked(me).finally(() => {
    active = null
  })
  return active
}

/** Somebody asks for it, or the network is back: not a moment is waited. */
export function sendNow(me: string): Promise<void> {
  wait = firstWait
  return sendKept(me)
}

async function sendWhileAsked(me: string): Promise<void> {
  while (asked) {
    asked = false
    clearTimeout(timer)
    try {
      await oneTabAtATime(() => sendAll(me))
    } catch {
      // What this browser can't read or lock now it can't send either; what is kept stays.
      tryAgain(me)
      return
    }
  }
}

/** Locks are there over TLS alone; without them two tabs may send the same, which counts once all the same. */
async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request('crew-outbox', work)
  else await work()
}

async function sendAll(me: string): Promise<void> {
  let changed = false
  changeOutbox({ sending: true })
  try {
    for (;;) {
      const [next] = toSend(await allEntries(), me, new Date())
      if (!next) {
        changeOutbox({ held: null })
        return
      }
      const answer = await send(next)
      if (answer.is === 'held') {
        changeOutbox({ held: answer.held })
        if (answer.failed && (await isAnswering())) {
          await changeEntry(next.order, { failures: (next.failures ?? 0) + 1 })
          changed = true
        }
        tryAgain(me, answer.wait)
        return
      }
      wait = firstWait
      changeOutbox({ held: null })
      await answered(next, answer)
      changed = true
      await tellChange()
    }
  } finally {
    changeOutbox({ sending: false })
    if (changed) await tellChange()
  }
}

function tryAgain(me: string, atLeast = 0): void {
  clearTimeout(timer)
  timer = setTimeout(() => void sendKept(me), Math.max(wait, atLeast))
  wait = Math.min(longestWait, wait * 2)
}

/** An entry that was answered may go, if there is no room to remember that it was. */
async function answered({ order }: Entry, answer: Exclude<Answer, { is: 'held' }>): Promise<void> {
  const sentAt = new Date().toISOString()
  const facts: Partial<Entry> =
    answer.is === 'taken'
      ? { state: 'sent', sentAt }
      : { state: 'refused', sentAt, refusal: answer.refusal }
  try {
    await changeEntry(order, facts)
  } catch {
    await makeRoom()
    await changeEntry(order, facts)
      .catch(() => changeEntry(order, { ...facts, photo: null }))
      .catch(() => (answer.is === 'taken' ? dropEntries([order]) : undefined))
  }
}

async function send(entry: Entry): Promise<Answer> {
  if (!navigator.onLine) return { is: 'held', held: 'unreached' }
  try {
    const response = await fetch('/crew/entries', {
      method: 'POST',
      body: await letter(entry),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    return await read(response)
  } catch {
    return { is: 'held', held: 'unreached' }
  }
}

/** Whether the server is there for everything else: then it is the entry that it fails on. */
async function isAnswering(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patience)
    const { ok } = await fetch('/crew/now', { cache: 'no-store', redirect: 'manual', signal })
    return ok
  } catch {
    return false
  }
}

async function letter(entry: Entry): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of entry.fields) form.append(name, value)
  const outside = {
    _key: entry.key,
    _kind: entry.kind,
    _visit: String(entry.visitId),
    _at: entry.at,
    _sentAt: new Date().toISOString(),
    _device: await deviceOf(newKey()),
    _format: String(entry.format),
    _by: entry.by,
  }
  for (const [name, value] of Object.entries(outside)) form.set(name, value)
  if (entry.photo) form.set('photos', entry.photo.file, entry.photo.name)
  return form
}

async function read(response: Response): Promise<Answer> {
  const { status } = response
  if (status === 401) return { is: 'held', held: 'signedOut' }
  if (status === 409) return { is: 'held', held: 'someoneElse' }
  if (status === 413) return refusedAs('entryTooBig')
  if (status === 400) return refusedAs('entryUnreadable')
  if (!response.ok) {
    const seconds = Number(response.headers.get('Retry-After')) || 0
    const failed = status >= 500 && status !== 503
    return { is: 'held', held: 'unreached', wait: seconds * 1000, failed }
  }
  // What stands between the phone and the server may answer in its place: only our own words count.
  const said = (await response.json()) as { outcome?: unknown; refusal?: Refusal }
  if (said.outcome === 'taken') return { is: 'taken' }
  if (said.outcome === 'refused' && said.refusal) return { is: 'refused', refusal: said.refusal }
  return { is: 'held', held: 'unreached' }
}

const refusedAs = (refusal: string): Answer => ({
  is: 'refused',
  refusal: { refusal, values: {} },
})
