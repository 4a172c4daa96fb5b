import type { ComplainingCatalogue } from '../keys.ts'
import complaints from './complaints.ts'

/** Namespaces of the pages about complaints and people's records. */
export const complainingCatalogue: ComplainingCatalogue = {
  complaints,
}
