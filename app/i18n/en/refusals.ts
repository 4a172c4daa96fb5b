import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/refusals.ts'

export default {
  notFound: 'This page or record was not found.',
  forbidden: 'Your role does not allow this.',
  ticketChanged:
    'A colleague has just changed this ticket. What you typed is still below: look at what is new, then save again.',
  ticketNotInState: 'The ticket’s status does not allow this now. Reload to see where it stands.',
  handoverOpen:
    'This ticket has been handed over and waits for an answer. To choose somebody else, take that back first.',
  handoverOver: 'This hand-over has been answered already; please look at the ticket as it is now.',
  handoverHasIt: 'This colleague has the ticket already.',
  handoverNote: 'Please write a word for whoever takes it, so that they know how far it is.',
  matterOver:
    'This matter is settled. If there is more to do, tell us in a message or call the hotline.',
  matterGoesOn: 'We are working on this. Write to us below or call the hotline.',
  notToWithdraw:
    'A time was agreed or somebody has come already, so this can’t be withdrawn here any more. Cancel the visit, or call the hotline.',
  askedForAnother:
    'You have already asked for somebody else; we are arranging it and will be in touch.',
  ticketMerged:
    'This ticket was merged into another. To handle it on its own, undo the merge first.',
  mergeTargetUnknown: 'There is no ticket with this number. Please check it and try again.',
  mergeTargetCancelled: 'The ticket to merge into was cancelled. Please choose another.',
  mergeWithItself: 'A ticket can’t be merged into itself.',
  mergeOfTwoPeople:
    'These tickets are of two customers, so they can’t be merged. If it is the same person, merge the two customers first.',
  mergeItemsOut: 'An item of this ticket is still with us. Give it back before merging.',
  customerChanged:
    'A colleague has changed this meanwhile. What you entered is still here: look at what is new, then save again.',
  customerPhoneTaken: 'Another customer’s entry has this phone.',
  customerPhoneOfEntry:
    'An entry that was merged into this one has this phone. To give it to this entry, undo that merge first.',
  customerMerged: 'This customer was merged into another.',
  customerErased: 'This customer’s data was erased on request and can’t be changed any more.',
  customerWithItself: 'A customer can’t be merged into themselves.',
  ticketsMergedAcross:
    'Tickets of the two (such as {{number}}) are merged. Undo the merge of that ticket first.',
  contactKnown: 'This contact is noted already.',
  eraseOpenTickets:
    'This customer still has an open ticket ({{number}}). Their data can be erased once it is done.',
  eraseUnclosedTickets: 'Ticket {{number}} is solved, but not closed yet. Close it before erasing.',
  eraseReasonTells:
    'The reason stays on record: please leave out this customer’s name, phone and email.',
  eraseOpenOrders:
    'This customer still has an order under way ({{number}}). Their data can be erased once it is done.',
  eraseItemsOut:
    'An item of this customer is still with us (receipt {{number}}). Give it back before erasing.',
  eraseNotConfirmed:
    'That isn’t this customer’s phone. Type its last four digits, or the whole number.',
  signInFailed: 'The email or the password is not right. Please try again.',
  signInTooMany: 'Too many tries. Please try again in {{minutes}} min.',
  codeWrong: 'The code is not right, or it was used before. Enter the 6 digits the app shows now.',
  passwordWrong: 'The current password is not right.',
  invitationUsed: 'This link has been used. Sign in, or ask an administrator for a new one.',
  invitationExpired: 'This link has expired. Ask an administrator for a new one.',
  emailTaken: 'There is an account with this email already.',
  lastAdministrator:
    'This is the last administrator, who can be neither disabled nor moved to another role. Make somebody else administrator first.',
  followUpOver:
    'We have asked you already, so there is nothing to arrange. Anything to add? Write to us below.',
  followUpDone: 'A colleague has just dealt with this follow-up. What you entered was not saved.',
  followUpChanged: 'A colleague has just called this customer. Look at the latest attempt first.',
  messageSent: 'This mail has been sent; there is nothing to send again.',
  messageWithdrawn: 'This message was withdrawn: what it is about has moved or been cancelled.',
  visitTicketNotReady:
    'A visit can’t be arranged on this ticket now: triage it first, or resume or reopen it.',
  windowInPast: 'This window has begun or is over. Please choose a later one.',
  windowEmpty:
    'The clocks change just then and nothing is left of this window. Please choose another time.',
  visitChanged:
    'A colleague has just changed this visit. What you typed is still here: look at what is new, then save again.',
  areaUnknown: 'There is no such service area. Please choose another one.',
  overbookReasonMissing:
    'This time is full. To let one more in, say why here; or choose another time.',
  windowTooShort:
    'There is room in that time, but no crew has so long in one go. Please shorten the duration or choose another time.',
  windowGone: 'That time has just been taken. Please look at the nearest free ones.',
  windowClosed: 'A colleague has just closed this window.',
  windowNotClosed: 'This window isn’t closed; there is nothing to open.',
  windowOver: 'This window is over.',
  noCrewFree: 'No other crew is free in this window: please call the customer about another time.',
  linkedTooEarly: 'Fitting comes after the delivery. Please choose a later time.',
  crewOutOfArea: 'This crew does not go to that area. Please choose another crew.',
  visitNotInState: 'The visit’s status does not allow this now. See where it stands.',
  visitUnderWay:
    'The crew has set out, so the time can’t be changed any more. Please call the crew.',
  markUnderWay: 'The crew is on its way: a mark comes too late. Please call the crew.',
  markPast: 'That date is over: choose today or later.',
  markOfOrder: 'The order’s goods aren’t all here: this goes away once their arrival is recorded.',
  visitNotOver:
    'The agreed time isn’t over yet; the crew may be on the way. If it is urgent, please call our service line.',
  crewCameAfterAll: 'The crew has arrived after all; there is nothing to tell us.',
  visitCancelled: 'This visit has been cancelled.',
  pastCutOff:
    'It is past {{cutOff}} on the day before and the crews’ day is settled, so it can’t be changed here any more. To move or cancel it, please call {{hotline}}.',
  crewOnItsWay:
    'The crew has set out, so it can’t be changed here any more. Please call {{hotline}} and we’ll reach them at once.',
  changedTooOften:
    'That was a lot of changes. Please try again in {{minutes}} min, or call the service line.',
  crewTaken:
    'This crew has another visit on {{day}}, {{from}}–{{to}}. Please choose another crew or time.',
  crewLacksSkill: 'This crew does not do this kind of work. Please choose another.',
  crewOffShift: 'This crew is not on shift then. Please choose another crew or time.',
  crewInactive: 'This crew is no longer in use. Please choose another.',
  startOutsideWindow: 'The start must lie in the agreed window, {{from}}–{{to}}.',
  callNotDue: 'There is nobody to call for this visit now. It may have moved; please look again.',
  noCrewForCalendar: 'You are in no crew, so there is no calendar.',
  stepOutOfOrder: 'It is too early for this step. Please take them in order.',
  visitFinishedBefore:
    'A colleague has finished this visit already, in other words. Yours are kept here: if something is missing, add it by telling dispatch.',
  visitFinished: 'This visit is finished and can’t be changed any more.',
  visitSigned: 'The customer has signed, and the record can’t be changed any more.',
  signAfterWork: 'The customer signs once the work is finished.',
  noInspections: 'This service doesn’t ask for the three checks.',
  inspectWhileWorking: 'Checks are made after the work has started and before it is finished.',
  inspectionOutOfOrder:
    'The checks go in order: the crew itself, then its leader, then the inspector.',
  inspectionsMissing:
    'This service asks for three checks: the crew, its leader and the inspector must all have passed it before it is finished.',
  crewWithoutLeader:
    'This crew has no leader yet. Please ask the after-sales manager or an administrator to name one in the crew’s settings.',
  notCrewLeader: 'The leader’s check is made by the leader of this crew.',
  notSigned: 'This visit hasn’t been signed yet, so there is nothing to correct.',
  damageAcknowledged: '{{name}} has already confirmed seeing this damage; that stands as it is.',
  extraDecided:
    'This extra has been answered and stays as it is. For anything else, propose another one.',
  extraUndecided:
    'An extra is still without an answer. Let the customer answer it, or withdraw it.',
  notAnExchange: 'There is no original to collect on this visit.',
  originalCollected: 'The original has been collected; no explanation is needed.',
  originalNotCollected:
    'The original is not collected yet. Collect it against a receipt, or say why not.',
  nothingTakenAway: 'There is no custody receipt yet. Say first what was taken away.',
  backOnPast: 'The day it should be back is past. Choose today or later.',
  keptForGood: 'This original was collected for good: it does not come back.',
  crewIsThere: 'The crew is there already, so this can’t be done any more.',
  lateOnItsDay:
    'Running late is told on the day of the visit. For another day, please move the visit.',
  expectedInPast: 'That time has passed. Please give the time the crew reckons to be there.',
  expectedNotLater: 'That is no later than planned, so there is nothing to tell.',
  noShowBeforeArrival: 'No arrival is recorded yet. At the door, tap “Arrived” first.',
  noShowAfterStart: 'The work has begun, so the customer was at home.',
  noShowBeforeWindow: 'The agreed window hasn’t begun. Please wait until it has.',
  noShowUncalled: 'Please call the customer and log the call first, then say nobody was at home.',
  windowNotOver: 'The agreed window isn’t over; the crew may still come.',
  pauseWhileWorking: 'Work can be paused after it has started and before it is finished.',
  checksMissing: 'Some must-do items are still open. Please do them, or say why not.',
  photoTooBig: '“{{name}}” was not kept: it is over 10 MB.',
  photoNotAllowed: '“{{name}}” was not kept: it is not a photo.',
  photoDamaged: '“{{name}}” was not kept: the file is damaged.',
  photoEmpty: '“{{name}}” was not kept: the file is empty.',
  entryUnreadable: 'This could not be read. Please record it again.',
  entryTooBig: 'This is too large to send: a photo may have 10 MB at most.',
  photosFull: 'That is too many photos: a visit can have {{max}} at most.',
  ownerNotPossible: 'This colleague can’t take tickets on. Please choose another.',
  visitStillPlanned: 'This ticket still has a visit to come. Finish or cancel the visit first.',
  pauseInPast: 'The day to look again must be after today.',
  pauseHasItsDay:
    'This ticket is paused and has its own day to look again. Resume it first to change the day.',
  lookAgainInPast: 'The day to look again must be after today.',
  tooManyTags: 'A ticket can have {{most}} tags at most.',
  viewNameTaken: 'You already have a view of this name. Please choose another.',
  tooManyViews: 'You can keep {{most}} views at most. Please remove one you no longer need.',
  alreadyRegistered:
    'This form was already saved as {{number}}. To register another matter, open “Register a call” afresh.',
  signatureBlank: 'The box is still empty. Please let the customer sign first.',
  installGone:
    'The installation time has just been taken. Please choose another, or leave it for later.',
  orderNotReady:
    'Not everything on this order has arrived yet, so its delivery can’t be booked. We tell you as soon as it has.',
  orderDelivered: 'This order has been delivered. If something is still to come, please call us.',
  deliveryBooked:
    'The delivery of this order is booked for {{day}}, {{time}}, under number {{number}}.',
  installBooked:
    'The installation of this order is booked for {{day}}, {{time}}, under number {{number}}.',
  installBeforeDelivery:
    'The delivery of this order isn’t booked yet. Please book the delivery first; the installation can be booked with it.',
  bookingAlreadySent:
    'This booking was already made, under number {{number}}. What you changed was not saved; you can move or cancel it on its page.',
  reportAlreadySent:
    'This report was sent before, as ticket {{number}}. Your change was not saved; please add it on the ticket’s page.',
  askAlreadySent:
    'This request was sent before, as ticket {{number}}. Your change was not saved; please add it on the ticket’s page.',
  ticketNotFound:
    'We found nothing. Please check the ticket number and the phone number: both as in your report.',
  triedTooOften: 'That was tried too often. Please wait {{minutes}} min, or call our service line.',
  wroteTooOften:
    'That is a lot of messages. Please wait {{minutes}} min; if it is urgent, call our service line.',
  tooManyPhotos: 'That is a lot of photos. Please wait {{minutes}} min before sending more.',
  visitNotFinished: 'This visit isn’t finished yet. Please rate it once the work is done.',
  ratingClosed:
    'These answers can no longer be changed. If there is more to say, please call our service line.',
  orderChanged:
    'A colleague has just changed this contract. What you typed is still here; please look at the latest first.',
  orderNotInState:
    'The contract is no longer in a state that allows this. Please look at the latest.',
  orderAgreed: 'The delivery of this order is already agreed. Please cancel the delivery first.',
  orderNumberTaken: 'There is already an order {{number}}. Was it entered before?',
  orderAlreadyEntered:
    'This form was already saved as {{number}}. To enter another contract, open “Enter a contract” again.',
  orderUnchanged:
    'You have changed nothing, and what the desk asked for is still open. If the contract was right, say so to the desk under “Special requirements”.',
  productUnknown:
    'These models are not in the catalogue: {{models}}. Please check them; the administrator adds products to it.',
  storeNeeded: 'Please choose the store this contract belongs to.',
  importNoFile: 'Please choose a file first.',
  importTooBig: 'The file is too big; {{megabytes}} MB at most.',
  importOldExcel: 'This is an old Excel file (.xls). Please save it as .xlsx or CSV and try again.',
  importUnreadable: 'This file could not be read. Please choose an .xlsx or CSV file.',
  importTooManyRows: 'Too many rows; {{max}} at most. Please split the file.',
  importNoHeader:
    'No column name we know was found. Please compare the names on this page, or start from the template.',
  importEmpty: 'The file has column names but no contracts.',
  importTaken: 'This file was already imported.',
  importNothing: 'This file has no new contract to import.',
  callBackPast: 'Please give a date and time to come, within 30 days.',
  supplyChanged:
    'A colleague changed this meanwhile. What you entered is still here: look at what is new, then save again.',
  visitsWouldStrand:
    'This leaves visits without a crew: {{n}}. They are listed below. To go ahead all the same, save once more.',
  leaveNoCrew: 'There is no crew to take leave from yet. Please ask the dispatcher.',
  leaveEmpty: 'The clocks change just then and skip this time. Please choose another.',
  leaveOver: 'This time is already over.',
  leaveTwice: 'Leave has been asked for this time already: it waits or is approved.',
  leaveNotInState: 'This leave was dealt with meanwhile. Please look at how it stands now.',
  leaveLate:
    'This leave was asked only {{hours}} hours ahead, not {{needed}}: the after-sales manager or the general manager decides.',
  dayPast: 'This day is over and can no longer be changed.',
  exceptionThere: 'This day already has hours of its own. Remove those first.',
  holidayThere: 'This day is a company holiday already.',
  categoryGone: 'This problem category was retired. Please choose another.',
  categoryThere: 'There is a category of that name already.',
  categoryNeeded: 'This category can’t be retired: bookings without a problem are kept under it.',
  storeClosed: 'This store is closed and takes nothing new.',
  storeLast: 'This is the last store that is open, so it can’t be closed.',
  storeThere: 'Another store has this code already.',
  checkThere: 'This checklist has that item already.',
  areaThere: 'This city already has an area of that name.',
  districtTaken: '“{{district}}” already belongs to {{area}}: a district is in one area only.',
  leaderNotMember:
    'A crew is led by one of its members, and this colleague isn’t one any more. Please choose again.',
  areaGone: 'An area you chose is no longer there. Please reload and choose again.',
  hoursTouchRest: '{{hours}} touches the rest hours {{rest}}, in which no visit can be booked.',
  planDayOver: 'That day is over and can’t be planned any more.',
  planDayFar: 'That day is too far ahead: at most a year can be planned.',
  planChanged: 'A colleague has just been planning this day too. Please look again.',
  planNotReady:
    'This proposal isn’t ready, or has been put aside. Please see the latest one on the board.',
  planDecided: 'This proposal has been accepted already. Please see the board.',
  planOutdated:
    'The day has changed since this was worked out and some of these changes no longer hold, so none was made. Please plan again.',
  planNothingChosen: 'Please tick the changes to make first.',
  restTouchesHours:
    'The rest hours {{rest}} touch the hours {{hours}} that a service is offered in. Change that service first.',
  articleChanged:
    'A colleague has changed this answer meanwhile. What you typed is still below; see what is new, then save.',
  articleUnfinished:
    'Before it is published, the title and the solution are needed in both languages.',
  articlePersonal:
    'Everybody can read this answer, and it seems to hold a customer’s name, phone, address or email. Please take it out, or make the answer for colleagues only.',
  articleNotPublished: 'This answer is not published, or no longer in use.',
  articleOfTicketThere: 'An answer was already written from this ticket; please change that one.',
  ticketUnsolved: 'This ticket is not solved yet. Once it is, it can become an answer.',
  dutyChanged:
    'A colleague has changed this week’s duty meanwhile. What you typed is still below; see what is new, then save.',
  dutyNotPossible: 'A colleague can no longer be on duty. Please reload and plan again.',
  dutyNotAWeek: 'A week begins on a Monday. Please reload and plan again.',
  dutyWeekTaken: 'This week is planned already, so last week can’t be copied into it.',
  dutyWeekEmpty: 'Nobody was on duty last week, so there is nothing to copy.',
  mailDecided: 'A colleague has just dealt with this mail. Please look at how it stands now.',
  mailUnread: 'What this mail says could not be read yet. Please have it read again first.',
  mailTicketUnknown: 'There is no ticket with this number. Please check it again.',
  phraseChanged:
    'A colleague has just changed this phrase. What you typed is still below; look at what is new, then save.',
  tooManyAtOnce:
    'Up to {{max}} at once, so nothing was sent. Please choose fewer and send the rest after that.',
  filesRefused:
    'Not sent yet, because of: {{names}}. Photos (JPG, PNG, WebP, HEIC) and PDFs can go along, 10 MB each at most.',
  filesNotKept: 'The files can’t be kept just now, so nothing was sent. Please try again later.',
  complaintOpen:
    'This is a complaint; its ticket ends with it, once the customer has said what they think of the answer.',
  returnedMoreThanSold: 'Only {{count}} of this was sold.',
  returnCaseOpen:
    'Return {{number}} of this ticket isn’t finished; the ticket can end once that is closed or cancelled.',
  consequenceNotInState: 'This just changed; please look at how it stands now.',
  goodsNotThere: 'The goods aren’t there yet; choose a time after the day they are promised.',
  caseNotInState: 'This can’t be done with the case as it is now; please look at how it stands.',
  caseChanged:
    'A colleague just changed this case. What you filled in is still below; please look at the latest and save again.',
  caseThere: 'This ticket already has an open return, {{number}}.',
  claimAboveCost: 'Claims together can’t be more than the case costs.',
  creditedAboveClaim: 'The credit can’t be more than was claimed; please check it.',
  refundAbovePrice: 'No more can be paid back than it was sold for; please check it.',
  ownDecision: 'Somebody else has to approve what you decided.',
  approvalHigher: 'A sum like this is for the general manager to approve.',
  approvalOver: 'Somebody has already answered this; please look at how it stands.',
  levelHigher:
    'The customer disagreed with the last decision; this one is for the next level to make.',
  appealedBefore: 'You already told us that you disagree; we are looking at it again.',
  appealOver: 'The time to disagree is over. Please write to us here, or call the service line.',
  refundPaid:
    'Money was paid or goods were delivered, so this can’t be cancelled; decide again instead.',
  paidLater: 'The day it was paid is still to come. Choose today or an earlier day.',
  originalNotSeen:
    'Nobody of ours collected this original yet. If it is here all the same, say how it came.',
  inspectionPhotos: 'Add at least one photo of the original (JPG, PNG, WebP or HEIC).',
  sharesNotWhole: 'The shares have to add up to 100%.',
  complaintAboutYou: 'This complaint is about you, so a colleague has to handle it.',
  complaintNotInState:
    'This can’t be done with the complaint as it is now; please look at how it stands.',
  complaintChanged:
    'A colleague just changed this complaint. What you filled in is still below; please look at the latest and save again.',
  complaintOwner: 'This colleague owns the complaint; give it another owner first.',
  complaintReachable:
    'The customer can still be called; without their verdict it is closed only after the calls have reached nobody.',
  faultNamesPerson: 'A fault was put to this colleague in this complaint, so they stay named.',
  personUnknown: 'There is no such colleague. Please choose another.',
  faultOver: 'This has been decided; please look at how it stands.',
  faultNotHeard: 'The person hasn’t answered yet and still has time to; it can’t be decided now.',
  faultOwn: 'Nobody raises or decides a fault of their own.',
  answerableWhy: 'Please say why cause and shares are changed.',
  claimNotInState: 'This can’t be done with the claim as it is now; please look at how it stands.',
  claimThere: 'There already is a claim on this supplier for this case.',
  claimNoFactory: 'The factory bears nothing of this case that isn’t claimed already.',
  verdictOver: 'This complaint is closed. Please write to us here, or call the service line.',
  collectionFirst: 'Book the collection of the original first, then the delivery.',
  collectionLater: 'The delivery comes after the collection of the original; choose a later time.',
  promisedPast: 'The goods can’t be promised for a day that is past.',
} satisfies Translation<typeof zh>
