import type { PhoneCatalogue } from '../keys.ts'
import crew from './crew.ts'
import common from './everywhere.ts'
import roster from './leave.ts'
import refusals from './refusals.ts'
import validation from './validation.ts'
import words from './words.ts'

/** The namespaces of the crew's phone. */
export const phoneCatalogue: PhoneCatalogue = { common, words, validation, refusals, crew, roster }
