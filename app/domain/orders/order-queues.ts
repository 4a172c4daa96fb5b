import { orderStatuses } from '#db/vocabulary/orders.ts'

/** Where a contract waits, and for whom (BK-5). */
export const orderQueues = ['check', 'incomplete', 'goods', 'agree', 'all'] as const
export type OrderQueue = (typeof orderQueues)[number]

/** Where an order stands, in one word: its status, and what came after it was checked. */
export const orderStandings = [...orderStatuses, 'ready', 'agreed', 'delivered'] as const
export type OrderStanding = (typeof orderStandings)[number]
