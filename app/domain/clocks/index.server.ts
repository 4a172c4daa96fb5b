export { addBusinessTime, businessTime, type Calendar, type Timeline } from './business-time.ts'
export { settleClocks } from './settle-clocks.server.ts'
