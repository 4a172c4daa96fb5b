/** What a decision about a return sets going, for nouns that mustn't know returns themselves: visits, tickets, work. */
export {
  caseOpenOf,
  consequenceOfVisit,
  type Consequence,
  gateOfVisit,
  reopenConsequenceOf,
} from './consequence-of-visit.server.ts'
export { withdrawUndecided } from './withdraw-undecided.server.ts'
export { changeConsequence } from './change-consequence.server.ts'
