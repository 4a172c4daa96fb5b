import common from './everywhere.ts'
import roster from './leave.ts'
import validation from './validation.ts'
import words from './words.ts'

/** The namespaces of every page that is React's; in a file of its own, for a chunk brings along all its file imports. */
export const handCatalogue = { common, words, validation, roster }
