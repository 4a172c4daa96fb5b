/** What other nouns may use of customers. */
export { keptOf, rowsOfPerson } from './person.server.ts'
