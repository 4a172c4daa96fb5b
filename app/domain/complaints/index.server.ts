/** What other nouns, pages and the demo data may use of complaints. */
export { aboutComplaint } from './about-complaint.server.ts'
export { addFinding } from './add-finding.server.ts'
export { answerComplaint } from './answer-complaint.server.ts'
export { answerFault } from './answer-fault.server.ts'
export { closeUnreached } from './close-unreached.server.ts'
export {
  type ComplaintForCustomer,
  readComplaintForCustomer,
} from './complaint-for-customer.server.ts'
export { decideFault } from './decide-fault.server.ts'
export { findComplaint, holdComplaintOf } from './find-complaint.server.ts'
export { findOwnFault, readFaultId } from './find-fault.server.ts'
export { giveVerdict, noteVerdict } from './give-verdict.server.ts'
export {
  type ComplaintPlace,
  countComplaints,
  countComplaintsWaiting,
  type ListedComplaint,
  listComplaints,
} from './list-complaints.server.ts'
export { namePeople } from './name-people.server.ts'
export { ownComplaint } from './own-complaint.server.ts'
export { raiseFault } from './raise-fault.server.ts'
export { everybody, readComplaint, type WholeComplaint } from './read-complaint.server.ts'
export { listRecords, type PersonPlace } from './record-people.server.ts'
export { readRecord, type RecordPeriod, type StaffRecord } from './staff-record.server.ts'
export { takeUpAgain } from './take-up-again.server.ts'
export { verdictAsCustomer } from './verdict-as-customer.server.ts'
