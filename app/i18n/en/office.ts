import type { OfficeCatalogue } from '../keys.ts'
import account from './account.ts'
import admin from './admin.ts'
import customers from './customers.ts'
import hotline from './hotline.ts'
import mailbox from './mailbox.ts'
import settings from './settings.ts'

/** Namespaces of the pages about people, the mail and the settings. */
export const officeCatalogue: OfficeCatalogue = {
  account,
  admin,
  customers,
  hotline,
  mailbox,
  settings,
}
