/** What other nouns may use of tickets. */
export { findTicket, findTicketById, type Ticket } from './find-ticket.server.ts'
export { delayHolds, delaysThatHold } from './delays-that-hold.server.ts'
export { visibleTickets } from './visible-tickets.server.ts'
export { brief as briefTicket } from './list-tickets.server.ts'
export { boughtBy } from './bought-by.server.ts'
export { dropUnusedFiles } from './sweep-drafts.server.ts'
export { addNote } from './write-note.server.ts'
export { recordEvent } from './record-event.server.ts'
export { listCategories } from './list-categories.server.ts'
export { rollUpTallies } from './roll-up-tallies.server.ts'
export { liveVisits } from './live-visits.server.ts'
export { moveTicket } from './move-ticket.server.ts'
export { registerTicket } from './register-ticket.server.ts'
export { makePrivateLink, openPrivateLink, type PrivateLink } from './private-link.server.ts'
export { sweepDrafts } from './sweep-drafts.server.ts'
export { coverOf, warrantyOf, type Warranty } from './warranty.server.ts'
export {
  fieldsOfStep,
  isReportStep,
  nextStep,
  reportSteps,
  stepOfField,
  type Answers,
  type ReportField,
  type ReportStep,
} from './report-steps.ts'
export { answersOf, errorsIn, reportErrors, type ReportErrors } from './report-form.server.ts'
export { readDraft, saveAnswers, type ReportDraft } from './report-draft.server.ts'
export {
  beginDraft,
  type DraftKind,
  findDraft,
  keepAnswers,
  lockDraft,
  markSent,
  sameForm,
  saveDraft,
  type SentForm,
  sentForm,
  type Typed,
  withAnswers,
} from './drafts.server.ts'
export { type Submission, submitReport, type WindowBooking } from './submit-report.server.ts'
export type { Report } from './report-form.server.ts'
export type { RefusedPhoto } from './keep-upload.server.ts'
export {
  addReportPhoto,
  addReportPhotos,
  removeReportPhoto,
  reportPhoto,
} from './report-photos.server.ts'
export { escalateOverdue } from './escalate-overdue.server.ts'
export { afterSalesManagers, tellComplaint } from './tell-managers.server.ts'
export { firstCall, type FirstCall } from './first-call.server.ts'
export { orderKnownBy, type OrderFacts } from './warranty.server.ts'
export { trackTicket, TrackForm } from './track-ticket.server.ts'
export { trackedFile } from './tracked-files.server.ts'
export {
  readTrackedTicket,
  type TrackedTicket,
  type TrackedVisit,
} from './tracked-ticket.server.ts'
export { CustomerMessageForm, writeAsCustomer } from './write-as-customer.server.ts'
export { NobodyCameForm, tellNobodyCame } from './tell-nobody-came.server.ts'
export { addPhotosAsCustomer } from './add-photos-as-customer.server.ts'
export { addMail } from './add-mail.server.ts'
export { keepUpload, uploadKey } from './keep-upload.server.ts'
export { readTicketNumber } from './ticket-number.ts'
export { callChannels } from './call-channels.ts'
export { registerCall, RegisterCallForm } from './register-call.server.ts'
export { listOwners, namesOf } from './list-owners.server.ts'
export { askedForAnother, askForAnother, keepSamePerson } from './ask-for-another.server.ts'
export { keepTold } from './keep-told.server.ts'
export { saidWith, sayAsCustomer } from './said-by-customer.server.ts'
export { tellUnsolved } from './tell-unsolved.server.ts'
export { withdrawReport } from './withdraw-report.server.ts'
export { standsStill } from './other-person.server.ts'
export { colleaguesOfTicket } from './colleagues-of-ticket.server.ts'
export { keptOpenBy, type KeptOpen } from './kept-open.server.ts'
export { peopleOfComplaint, refuseAboutMe, refuseOwnerItIsAbout } from './about-them.server.ts'
export { giveToOwner } from './assign-ticket.server.ts'
export { endTicket } from './end-ticket.server.ts'
export { reopen } from './reopen-ticket.server.ts'
export { addMessage } from './write-message.server.ts'
export { type KeptFile, takeFiles } from './attach-files.server.ts'
