import account from './account.ts'
import admin from './admin.ts'
import settings from './settings.ts'

/** Namespaces of the pages about people and the settings. */
export const officeCatalogue = {
  account,
  admin,
  settings,
}
