/** What other nouns and the jobs may use of messages. */
export { writeMessage } from './write-message.server.ts'
export {
  deliverMessage,
  type Delivery,
  type Mail,
  type Message,
  type Rendering,
} from './deliver-message.server.ts'
export { fillLinks, linkPlaceholder } from './private-text.server.ts'
export type { FactsOf, MessageFacts } from './message-facts.ts'
