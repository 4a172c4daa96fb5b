import returnSettings from './returnSettings.ts'

/** Namespaces of the settings of returns. */
export const decidingCatalogue = {
  returnSettings,
}
