import type { PhoneCatalogue } from '../keys.ts'
import crew from './crew.ts'
import common from './everywhere.ts'
import roster from './leave.ts'
import refusals from './refusals.ts'
import validation from './validation.ts'
import words from './words.ts'

/** The namespaces of every page that is React's. */
export const handCatalogue = { common, words, validation, crew, roster }

/** Those of the crew's phone, which must say why an entry was refused without asking the server. */
export const phoneCatalogue: PhoneCatalogue = { ...handCatalogue, refusals }
