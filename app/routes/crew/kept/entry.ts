import type { EntryKind } from '#db/vocabulary/work.ts'

/** What a crew did, as this phone keeps it until the server has it (VS-6): a form, and whose it is. */
export interface Entry {
  /** Given by the store: what was done first is sent first. */
  order: number
  /** Sent along, so that the entry counts once however often it is sent. */
  key: string
  kind: EntryKind
  visitId: number
  /** When it was done, by this phone's clock. */
  at: string
  /** The id of the colleague who did it. */
  by: string
  format: number
  fields: [name: string, value: string][]
  photo: { name: string; file: Blob } | null
  state: 'waiting' | 'sent' | 'refused'
  /** Why the server didn't take it; kept until somebody has read it. */
  refusal: Refusal | null
  /** When the server had it. */
  sentAt: string | null
  /** How often the server failed on it while it answered otherwise; none on entries that never met that. */
  failures?: number
  /** Set while the rest is to be sent first. */
  asideUntil?: string | null
}

export interface Refusal {
  refusal: string
  values: Record<string, string | number>
}

/** An entry as pages see it: its photo has an address. */
export interface SeenEntry extends Omit<Entry, 'photo'> {
  preview: string | null
}

export type Recorded = { kept: true; key: string } | { kept: false; why: WhyNot }
/** There is no room; the photo is too large; this browser keeps nothing. */
export type WhyNot = 'full' | 'tooBig' | 'unable'

/** A key for one thing that is kept or sent, so that sending it again counts once. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const fieldOf = (entry: Pick<Entry, 'fields'>, name: string): string =>
  entry.fields.find(([field]) => field === name)?.[1] ?? ''

export const fieldsOf = (entry: Pick<Entry, 'fields'>, name: string): string[] =>
  entry.fields.filter(([field]) => field === name).map(([, value]) => value)
