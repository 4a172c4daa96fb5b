/** What pages and other nouns may use of what crews' phones send. */
export { refusedEntries } from './refused-entries.server.ts'
export { type EntryAnswer, takeEntry } from './take-entry.server.ts'
