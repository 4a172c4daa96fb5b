import type { OfficeCatalogue } from '../keys.ts'
import account from './account.ts'
import admin from './admin.ts'
import settings from './settings.ts'

/** Namespaces of the pages about people and the settings. */
export const officeCatalogue: OfficeCatalogue = {
  account,
  admin,
  settings,
}
