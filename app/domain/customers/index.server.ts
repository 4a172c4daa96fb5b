/** What other nouns may use of customers. */
export { holderOfPhone, keptOf, rowsOfPerson } from './person.server.ts'
