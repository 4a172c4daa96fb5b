export { refreshWords } from './refresh-words.server.ts'
export { asked, folded, tsvector, type Document } from './words.ts'
