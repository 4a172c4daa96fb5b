/** Where a contract waits, and for whom (BK-5). */
export const orderQueues = ['check', 'incomplete', 'goods', 'agree', 'all'] as const
export type OrderQueue = (typeof orderQueues)[number]
