import type { EntryKind } from '#db/vocabulary/work.ts'
import { entryFormat } from '#app/domain/journal/entry-format.ts'
import { type Entry, newKey, type Recorded, type SeenEntry, type WhyNot } from './entry.ts'
import { makeRoom } from './make-room.ts'
import { addEntry, allEntries, changeEntry, dropEntries } from './store.ts'

/** The largest photo the server takes. */
export const largestPhoto = 10 * 1024 * 1024

export interface Outbox {
  /** Everything this phone keeps; nothing until it has been read. */
  entries: readonly SeenEntry[]
  read: boolean
  sending: boolean
  /** Why sending stopped: there is no answer, nobody is signed in, somebody else is. */
  held: 'unreached' | 'signedOut' | 'someoneElse' | null
  full: boolean
}

export const emptyOutbox: Outbox = {
  entries: [],
  read: false,
  sending: false,
  held: null,
  full: false,
}

let outbox = emptyOutbox
const watchers = new Set<() => void>()
const previews = new Map<string, string>()
let news: BroadcastChannel | null = null

export const currentOutbox = (): Outbox => outbox

export function watchOutbox(watcher: () => void): () => void {
  watchers.add(watcher)
  listen()
  return () => watchers.delete(watcher)
}

export function changeOutbox(facts: Partial<Outbox>): void {
  outbox = { ...outbox, ...facts }
  for (const watcher of watchers) watcher()
}

/** What other tabs of this phone keep and send is seen here too. */
function listen(): void {
  if (news) return
  news = new BroadcastChannel('crew-outbox')
  news.onmessage = () => void reread()
  void reread()
}

let reading = Promise.resolve()
let readings = 0
const mostReadings = 5

/** Reads what is kept, one reading after the other, so that the last one shown is the newest. */
export function reread(): Promise<void> {
  reading = reading.then(async () => {
    try {
      changeOutbox({ entries: (await allEntries()).map(seen), read: true })
      readings = 0
    } catch {
      // A browser that keeps nothing has nothing to show; one that was only busy is asked again.
      changeOutbox({ read: true })
      if (++readings < mostReadings) setTimeout(() => void reread(), readings * 1000)
    }
  })
  return reading
}

/** Tells every tab, this one first. */
export async function tellChange(): Promise<void> {
  await reread()
  news?.postMessage('changed')
}

function seen({ photo, ...entry }: Entry): SeenEntry {
  return { ...entry, preview: photo && addressOf(entry.key, photo.file) }
}

function addressOf(key: string, file: Blob): string {
  const known = previews.get(key) ?? URL.createObjectURL(file)
  previews.set(key, known)
  return known
}

/**
 * Keeps what was done on this phone, and shows it, before anything is sent. A form's own `submissionKey` is the entry's
 * key; kept twice it is one entry.
 */
export async function keep(
  kind: EntryKind,
  { visitId, by, form }: { visitId: number; by: string; form: FormData },
): Promise<Recorded> {
  const file = form.get('photos')
  const photo = file instanceof File && file.size > 0 ? { name: file.name, file } : null
  if (photo && photo.file.size > largestPhoto) return { kept: false, why: 'tooBig' }
  const own = form.get('submissionKey')
  const key = typeof own === 'string' && own ? own : newKey()
  const entry: Omit<Entry, 'order'> = {
    key,
    kind,
    visitId,
    by,
    at: new Date().toISOString(),
    format: entryFormat,
    fields: [...form].filter(
      (field): field is [string, string] =>
        typeof field[1] === 'string' && !field[0].startsWith('_') && field[0] !== 'submissionKey',
    ),
    photo,
    state: 'waiting',
    refusal: null,
    sentAt: null,
  }
  const why = await add(entry)
  if (why) {
    changeOutbox({ full: why === 'full' })
    return { kept: false, why }
  }
  changeOutbox({ full: false })
  await tellChange()
  return { kept: true, key }
}

/** Where there is no room, pictures that can be loaded again make some. */
async function add(entry: Omit<Entry, 'order'>, again = true): Promise<WhyNot | null> {
  try {
    await addEntry(entry)
    return null
  } catch (error) {
    if (!(error instanceof DOMException)) return 'unable'
    if (error.name === 'ConstraintError') return null
    if (error.name !== 'QuotaExceededError') return 'unable'
    if (!again) return 'full'
    await makeRoom()
    return add(entry, false)
  }
}

/** What was refused has been read. */
export async function dismiss(order: number): Promise<void> {
  await dropEntries([order])
  await tellChange()
}

/** The server fails on it: the rest is sent first, and this one waits until `until`; with null it is tried again. */
export async function setAside(orders: readonly number[], until: string | null): Promise<void> {
  for (const order of orders) await changeEntry(order, { asideUntil: until })
  await tellChange()
}

/** How long an entry outlives its sending: a page that was kept before it doesn't know of it. */
const memory = 36 * 3_600_000

const isHeavy = ({ preview, fields }: SeenEntry) =>
  preview !== null || fields.some(([name]) => name === 'drawing')

/** What a page heard of needs its photo no more; after a while it needs no memory either. */
export async function forget(heard: ReadonlySet<string>): Promise<void> {
  const sent = outbox.entries.filter((entry) => entry.state === 'sent')
  const old = sent.filter(({ sentAt }) => Date.now() - Date.parse(sentAt ?? '') > memory)
  const shown = sent.filter((entry) => heard.has(entry.key) && isHeavy(entry))
  if (old.length === 0 && shown.length === 0) return
  await dropEntries(old.map(({ order }) => order))
  for (const { order, key, preview, fields } of shown) {
    const light = fields.filter(([name]) => name !== 'drawing')
    await changeEntry(order, { photo: null, fields: light })
    if (preview) URL.revokeObjectURL(preview)
    previews.delete(key)
  }
  await tellChange()
}
