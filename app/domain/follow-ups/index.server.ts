/** What other nouns and pages may use of follow-ups. */
export { rateVisit } from './rate-visit.server.ts'
export { readRating, type VisitToRate } from './read-rating.server.ts'
export { keepWish, type Wish } from './keep-wish.server.ts'
export { openComplaint } from './open-complaint.server.ts'
export { drawInspections } from './draw-inspections.server.ts'
export {
  openComplaintFollowUp,
  settleComplaintFollowUp,
} from './open-complaint-follow-up.server.ts'
export { finishFollowUp, holdFollowUp } from './find-follow-up.server.ts'
export { followUpOfVisit } from './follow-up-of-visit.server.ts'
export { openFollowUp } from './open-follow-up.server.ts'
export { wishAsCustomer } from './wish-as-customer.server.ts'
export { WishForm } from './wish-form.ts'
export { RatingForm, isPoor, poorQuestions, type Rating, type Scores } from './rating-form.ts'
