/** What other nouns and pages may use of follow-ups. */
export { rateVisit } from './rate-visit.server.ts'
export { readRating } from './read-rating.server.ts'
export { openComplaint } from './open-complaint.server.ts'
export { openFollowUp } from './open-follow-up.server.ts'
