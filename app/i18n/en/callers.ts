import type { CallersCatalogue } from '../keys.ts'
import customers from './customers.ts'
import hotline from './hotline.ts'
import mailbox from './mailbox.ts'

export const callersCatalogue: CallersCatalogue = {
  customers,
  hotline,
  mailbox,
}
