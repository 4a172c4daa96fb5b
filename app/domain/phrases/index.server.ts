export { lastPhraseChange } from './read-phrases.server.ts'
export { unfilledIn } from './values.ts'
