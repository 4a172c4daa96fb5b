/** What other nouns may use of customers. */
export { recountContacts, recountEveryContact } from './contact-due.server.ts'
export { holderOfPhone, keptOf, rowsOfPerson } from './person.server.ts'
