/** What pages may use of the hotline. */
export { changeDuty, copyLastWeek, dutySubject } from './change-duty.server.ts'
export { mondayOf } from './duty.server.ts'
export { readDutyWeek, readHotline } from './read-duty.server.ts'
export { waitingCalls } from './waiting-calls.server.ts'
