import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Entry } from './entry.ts'

interface Kept extends DBSchema {
  entries: { key: number; value: Entry; indexes: { key: string } }
  meta: { key: string; value: string }
}

let opened: Promise<IDBPDatabase<Kept>> | null = null

/** Where the phone keeps what was done until it has been sent. */
function database(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('shangmen-crew', 1, {
    upgrade(db) {
      const entries = db.createObjectStore('entries', { keyPath: 'order', autoIncrement: true })
      entries.createIndex('key', 'key', { unique: true })
      db.createObjectStore('meta')
    },
    blocking: (_current, _blocked, event) => {
      ;(event.target as IDBDatabase).close()
      opened = null
    },
    terminated: () => {
      opened = null
    },
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

/** All that is kept, what was done first in front. */
export const allEntries = async (): Promise<Entry[]> => (await database()).getAll('entries')

/** @throws DOMException QuotaExceededError; ConstraintError when it is kept already */
export async function addEntry(entry: Omit<Entry, 'order'>): Promise<void> {
  const write = (await database()).transaction('entries', 'readwrite', { durability: 'strict' })
  // The store gives the order.
  await Promise.all([write.store.add(entry as Entry), write.done])
}

export async function changeEntry(order: number, facts: Partial<Entry>): Promise<void> {
  const write = (await database()).transaction('entries', 'readwrite', { durability: 'strict' })
  const entry = await write.store.get(order)
  if (entry) await write.store.put({ ...entry, ...facts })
  await write.done
}

export async function dropEntries(orders: number[]): Promise<void> {
  const write = (await database()).transaction('entries', 'readwrite')
  await Promise.all([...orders.map((order) => write.store.delete(order)), write.done])
}

/** The phone's own name, made once. */
export async function deviceOf(fresh: string): Promise<string> {
  const write = (await database()).transaction('meta', 'readwrite')
  const known = await write.store.get('device')
  if (!known) await write.store.put(fresh, 'device')
  await write.done
  return known ?? fresh
}
