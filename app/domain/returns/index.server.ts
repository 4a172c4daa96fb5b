/** What other nouns, pages and the demo data may use of returns. */
export { answerDecision } from './answer-decision.server.ts'
export { appealCase, appealUntil } from './appeal-case.server.ts'
export { askAsCustomer, type AskOutcome } from './ask-as-customer.server.ts'
export {
  type LineToReturn,
  type OrderToReturn,
  orderToReturn,
  piecesOf,
  readAskDraft,
} from './ask-draft.server.ts'
export { askOnTicket } from './ask-on-ticket.server.ts'
export { bookConsequence } from './book-consequence.server.ts'
export { bookableFrom } from './collected-by.server.ts'
export { cancelCase } from './cancel-case.server.ts'
export { askAnswersOf, type AskErrors, askErrorsIn, askKind } from './customer-ask-form.server.ts'
export { decideCase } from './decide-case.server.ts'
export { type Case, findCase, findCaseById, type Found } from './find-case.server.ts'
export { totalOf } from './costs.ts'
export { linesToAsk } from './lines-to-ask.server.ts'
export { type Asked, openCase } from './open-case.server.ts'
export { settleCase } from './settle-case.server.ts'
export { usualRemedy, type TermVerdict } from './terms.ts'
export { termsOf } from './terms-of.server.ts'
export { visibleCases } from './visible-cases.server.ts'
export { inspectOriginal } from './inspect-original.server.ts'
export { noteRefund } from './note-refund.server.ts'
export { promiseGoods } from './promise-goods.server.ts'
export { readyGoods } from './ready-goods.server.ts'
export { receiveOriginal } from './receive-original.server.ts'
export { itemBack, visitOver } from './visit-over.server.ts'
export {
  countSupplyTasks,
  type SupplyCursor,
  type SupplyTask,
  supplyTasks,
} from './supply-tasks.server.ts'
export { findConsequence, readConsequenceId } from './hold-consequence.server.ts'
export { wasCollected } from './receive-original.server.ts'
export { answerAnswerable } from './answer-answerable.server.ts'
export { sayAnswerable } from './say-answerable.server.ts'
export { sharesOf } from './read-answerable.server.ts'
