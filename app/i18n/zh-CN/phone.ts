import crew from './crew.ts'
import { handCatalogue } from './hand.ts'
import refusals from './refusals.ts'

/** Those of the crew's phone, which must say why an entry was refused without asking the server. */
export const phoneCatalogue = { ...handCatalogue, crew, refusals }
