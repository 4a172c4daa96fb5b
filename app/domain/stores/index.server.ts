/** What other nouns may use of stores. */
export { atClosedStore, isClosed, refuseClosed } from './refuse-closed.server.ts'
export { type StoreNames, storeName } from './store-name.server.ts'
