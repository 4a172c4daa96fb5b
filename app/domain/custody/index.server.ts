/** What other nouns and pages may use of custody. */
export type { CustodyList } from './custody-lists.ts'
export { itemsAway, pauseForItems } from './away.server.ts'
export { collectsOriginal } from './collects-original.server.ts'
export { giveBack, giveBackAtCounter } from './give-back.server.ts'
export { countOverdue, type CustodyCursor, isOverdue, listCustody } from './list-custody.server.ts'
export { notCollected, refuseUncollected } from './not-collected.server.ts'
export {
  type CustomersReceipt,
  hasReceipt,
  readReceipt,
  readReceiptAsCustomer,
  type Receipt,
} from './read-receipt.server.ts'
export { type ReceiptOfTicket, receiptsOfTicket } from './receipts-of-ticket.server.ts'
export { takeAway } from './take-away.server.ts'
