/** What other nouns, pages and jobs may use of promises. */
export { forgoPromise, makePromise, type Promised, releasePromise } from './make-promise.server.ts'
export {
  type PromiseOfVisit,
  promisesOfTicket,
  promisesOfVisit,
} from './promises-of-visit.server.ts'
export { judgeAgain } from './judge-again.server.ts'
export { settlePromises } from './settle-promises.server.ts'
export {
  type ListedPromise,
  listPromises,
  promiseChoices,
  type PromiseFilter,
  type PromisePlace,
  type PromiseTotals,
} from './list-promises.server.ts'
export { minutesLate, verdictOn } from './verdict.ts'
