/** What other nouns may use of orders. */
export { findOrder, lockOrder, type Order } from './find-order.server.ts'
export { findOrderFor, type KnownOrder, orderMeant } from './order-known-by.server.ts'
export { markAgreed, markDelivered, unmarkAgreed } from './agree-delivery.server.ts'
export { searchOrders } from './search-orders.server.ts'
export { visibleOrders } from './visible-orders.server.ts'
export { sweepImports } from './sweep-imports.server.ts'
