import type { DecidingCatalogue } from '../keys.ts'
import returnSettings from './returnSettings.ts'

/** Namespaces of the settings of returns. */
export const decidingCatalogue: DecidingCatalogue = {
  returnSettings,
}
