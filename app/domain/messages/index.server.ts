/** What other nouns and the jobs may use of messages. */
export { writeMessage } from './write-message.server.ts'
export { writeToCustomer } from './write-to-customer.server.ts'
export { withdrawMessages } from './withdraw-messages.server.ts'
export { messagesAboutOrder, withdrawOrderMessages } from './withdraw-order-messages.server.ts'
export { deliverMessage, type Message } from './deliver-message.server.ts'
export type { Delivery, Letter, Rendering } from './channels/channel.ts'
export { fillLinks, linkPlaceholder } from './private-text.server.ts'
export type { FactsOf, MessageFacts } from './message-facts.ts'
