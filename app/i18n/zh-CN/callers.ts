import customers from './customers.ts'
import hotline from './hotline.ts'
import mailbox from './mailbox.ts'

/** Namespaces of the pages about customers and how they reach us. */
export const callersCatalogue = {
  customers,
  hotline,
  mailbox,
}
