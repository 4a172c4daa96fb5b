/** What other nouns, pages and the demo data may use of returns. */
export { answerDecision } from './answer-decision.server.ts'
export { appealCase, appealUntil } from './appeal-case.server.ts'
export { bookConsequence } from './book-consequence.server.ts'
export { cancelCase } from './cancel-case.server.ts'
export { decideCase } from './decide-case.server.ts'
export { type Case, findCase, findCaseById } from './find-case.server.ts'
export { settleCase } from './settle-case.server.ts'
export { visibleCases } from './visible-cases.server.ts'
