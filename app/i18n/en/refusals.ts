import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/refusals.ts'

export default {
  notFound: 'This page or record was not found.',
  forbidden: 'Your role does not allow this.',
  ticketChanged:
    'A colleague has just changed this ticket. What you typed is still below: look at what is new, then save again.',
  ticketNotInState: 'The ticket’s status does not allow this now. Reload to see where it stands.',
  signInFailed: 'The email or the password is not right. Please try again.',
  signInTooMany: 'Too many tries. Please try again in {{minutes}} min.',
  codeWrong: 'The code is not right, or it was used before. Enter the 6 digits the app shows now.',
  passwordWrong: 'The current password is not right.',
  invitationUsed: 'This link has been used. Sign in, or ask an administrator for a new one.',
  invitationExpired: 'This link has expired. Ask an administrator for a new one.',
  emailTaken: 'There is an account with this email already.',
  lastAdministrator:
    'This is the last administrator, who can be neither disabled nor moved to another role. Make somebody else administrator first.',
  followUpDone: 'A colleague has just dealt with this follow-up. What you entered was not saved.',
  followUpChanged: 'A colleague has just called this customer. Look at the latest attempt first.',
  messageSent: 'This mail has been sent; there is nothing to send again.',
  visitTicketNotReady:
    'A visit can’t be arranged on this ticket now: triage it first, or resume or reopen it.',
  windowInPast: 'This window has begun or is over. Please choose a later one.',
  windowEmpty:
    'The clocks change just then and nothing is left of this window. Please choose another time.',
  visitChanged:
    'A colleague has just changed this visit. What you typed is still here: look at what is new, then save again.',
  visitNotInState: 'The visit’s status does not allow this now. See where it stands.',
  visitUnderWay:
    'The crew has set out, so the time can’t be changed any more. Please call the crew.',
  visitCancelled: 'This visit has been cancelled.',
  crewTaken:
    'This crew has another visit on {{day}}, {{from}}–{{to}}. Please choose another crew or time.',
  crewLacksSkill: 'This crew does not do this kind of work. Please choose another.',
  crewOffShift: 'This crew is not on shift then. Please choose another crew or time.',
  crewInactive: 'This crew is no longer in use. Please choose another.',
  startOutsideWindow: 'The start must lie in the agreed window, {{from}}–{{to}}.',
  stepOutOfOrder: 'It is too early for this step. Please take them in order.',
  visitFinished: 'This visit is finished and can’t be changed any more.',
  visitSigned: 'The customer has signed, and the record can’t be changed any more.',
  signAfterWork: 'The customer signs once the work is finished.',
  checksMissing: 'Some must-do items are still open. Please do them, or say why not.',
  photosFull: 'That is too many photos: a visit can have {{max}} at most.',
  ownerNotPossible: 'This colleague can’t take tickets on. Please choose another.',
  visitStillPlanned: 'This ticket still has a visit to come. Finish or cancel the visit first.',
  pauseInPast: 'The day to look again must be after today.',
  alreadyRegistered:
    'This form was already saved as {{number}}. To register another matter, open “Register a call” afresh.',
  signatureBlank: 'The box is still empty. Please let the customer sign first.',
  reportAlreadySent:
    'This report was sent before, as ticket {{number}}. Your change was not saved; please add it on the ticket’s page.',
  ticketNotFound:
    'We found nothing. Please check the ticket number and the phone number: both as in your report.',
  triedTooOften: 'That was tried too often. Please wait {{minutes}} min, or call our service line.',
  wroteTooOften:
    'That is a lot of messages. Please wait {{minutes}} min; if it is urgent, call our service line.',
  tooManyPhotos: 'That is a lot of photos. Please wait {{minutes}} min before sending more.',
  visitNotFinished: 'This visit isn’t finished yet. Please rate it once the work is done.',
  ratingClosed:
    'These answers can no longer be changed. If there is more to say, please call our service line.',
  callBackPast: 'Please give a date and time to come, within 30 days.',
} satisfies Translation<typeof zh>
