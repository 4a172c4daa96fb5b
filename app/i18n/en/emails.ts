import type { EmailWords } from '../zh-CN/emails.ts'
import dayOfVisit from './emails-of-visit-day.ts'

export default {
  common: {
    greeting: (p) => `Dear ${p.name},`,
    label: (p) => `${p.label}: `,
    number: 'Ticket number',
    product: 'Product',
    time: 'When',
    newTime: 'New time',
    oldTime: 'Old time',
    crew: 'Who comes',
    work: 'The work',
    reason: 'Reason',
    service: 'Service',
    standing: 'Still coming',
    address: 'Address',
    changeUntil: (p) =>
      `You can move or cancel it yourself on the tracking page until ${p.until}; after that, please call ${p.hotline} (${p.hours}).`,
    changeByPhone: (p) =>
      `The crews’ day is settled by now. To move or cancel it, please call ${p.hotline} (${p.hours}) and we will see to it.`,
    next: 'What happens next',
    bareLink: 'If the button does not work, copy this address into your browser:',
    privateLink:
      'This link is yours alone. It opens your ticket without a password, so please do not pass it on.',
    track: 'See where it stands',
    answerHere: 'Just reply to this mail and it reaches us.',
    hotline: (p) => `Service line ${p.hotline}, ${p.hours}`,
    whyCustomer: (p) =>
      `You receive this because you have a service ticket (${p.number}) with ${p.company}.`,
    signature: (p) => `${p.company} after-sales service`,
  },
  'ticket-received': {
    subject: (p) => `We have your report, ticket ${p.number}`,
    preview: 'It is on our list. Here is what happens next.',
    heading: 'We have your report',
    intro:
      'Thank you for telling us. It is on our list. Give the ticket number when you call and we will find it at once.',
    problem: 'In your words',
    wrong:
      'If anything is wrong here, such as the address or the phone, tell us on the tracking page.',
    call: (p) => `If it is urgent, or if anything changes, call ${p.hotline} (${p.hours}).`,
  },
  'message-to-customer': {
    subject: (p) => `Ticket ${p.number}: a message from ${p.author}`,
    heading: 'You have a new message',
    intro: (p) => `${p.author} wrote to you about ticket ${p.number}:`,
    button: 'Read and reply',
    file: (p) => `Attached: ${p.name}`,
  },
  'visit-confirmed': {
    subject: (p) => `Your visit: ${p.day}, ${p.window}, ticket ${p.number}`,
    preview: (p) => `${p.day}, ${p.window}, ${p.crew}.`,
    heading: 'Your visit is booked',
    intro: 'The crew comes at the time below and will ring you before they arrive.',
    change: (p) =>
      `Does the time not suit you? Write to us on the tracking page or call ${p.hotline} (${p.hours}) and we will change it.`,
  },
  'visit-moved': {
    subject: (p) => `${p.service} moved to ${p.day}, ${p.window}, ticket ${p.number}`,
    preview: (p) => `It was ${p.oldDay}, ${p.oldWindow} before.`,
    heading: (p) => `${p.service} has moved`,
    intro: (p) =>
      p.byCustomer
        ? 'The new time you chose is kept for you; nobody comes at the old one.'
        : 'Your visit has a new time; please go by that one. We are sorry for any trouble this causes.',
    along: 'Moved with it',
    change: (p) =>
      `Does the new time not suit you? Write to us on the tracking page or call ${p.hotline} (${p.hours}) and we will find another.`,
  },
  'visit-cancelled': {
    subject: (p) => `${p.service} cancelled: ${p.day}, ${p.window}, ticket ${p.number}`,
    preview: (p) =>
      p.standing === ''
        ? 'Nobody will come this time, so there is no need to wait in.'
        : 'Nobody will come for this one. Everything else stays as it was.',
    heading: (p) => `${p.service} cancelled`,
    intro: (p) =>
      p.standing === ''
        ? 'The visit below is cancelled. Nobody will come, so there is no need to wait in.'
        : 'The visit below is cancelled, and nobody will come for it. What still stands is below too.',
    along: 'Cancelled with it',
    again: (p) =>
      `If you still need somebody to come, open the tracking page or call ${p.hotline} (${p.hours}).`,
  },
  'visit-booked': {
    subject: (p) => `${p.service} booked: ${p.day}, ${p.window}, ticket ${p.number}`,
    preview: (p) => `${p.service}: ${p.day}, ${p.window}.`,
    heading: (p) => `${p.service}: your time is booked`,
    intro: 'The time you chose is kept for you. The crew will ring you before they arrive.',
    second: 'Booked with it',
    button: 'Move or cancel',
  },
  'visit-reminder': {
    subject: (p) => `A reminder: ${p.service}, ${p.day}, ${p.window}, ticket ${p.number}`,
    preview: (p) => `${p.day}, ${p.window}. Please have somebody at home.`,
    heading: 'We are coming soon',
    intro: 'Please have somebody at home then. The crew will ring you before they arrive.',
  },
  'visit-parts-short': {
    subject: (p) =>
      `Something is still missing for your visit on ${p.day} (${p.service}), ticket ${p.number}`,
    preview: (p) =>
      `Your visit on ${p.day}, ${p.window} stands for now. We will call you with news.`,
    heading: () => 'Something for your visit is still missing',
    intro:
      'We would rather tell you early: not everything the visit below needs is here yet. We are sorry for the trouble.',
    missing: 'Still missing',
    expected: 'Expected',
    next: (p) =>
      p.expected === ''
        ? 'The agreed time stands for now. We are chasing it and will call you as soon as we know more; if it comes too late, we will find another time with you.'
        : 'The agreed time stands for now. Should it not be here by then, we will call you beforehand and find another time with you.',
    call: (p) =>
      `To ask about it, or to change the time now, call ${p.hotline} (${p.hours}) or write to us on the tracking page.`,
  },
  'visit-finished': {
    subject: (p) => `How was our visit? Ticket ${p.number}`,
    preview: 'Five short questions; they take a minute.',
    heading: 'Thank you, the visit is done',
    intro: 'Thank you for having us. This is what was done:',
    ask: 'We would like to hear how it went. Five short questions; they take a minute.',
    until: (p) => `You can answer, and change your answers, until ${p.rateUntil}.`,
    button: 'Tell us how it went',
    stillWrong: (p) =>
      `Is the problem still there? Call ${p.hotline} (${p.hours}) or tell us on the tracking page:`,
  },
  'ticket-resolved': {
    subject: (p) => `Your problem is solved, ticket ${p.number}`,
    preview: 'If anything is still wrong, please tell us.',
    heading: 'Your problem is solved',
    intro: (p) => `Ticket ${p.number} is solved. What was done:`,
    stillWrong: (p) =>
      `If anything is still wrong, choose “Still not right” on the tracking page or call ${p.hotline} (${p.hours}), and we will go on with it.`,
    button: 'See your ticket',
  },
  'order-ready': {
    customer: 'Customer',
    number: 'Order number',
    goods: 'Goods',
    agreeBy: 'Delivery to be agreed by',
    why: (p) => `You receive this because you ordered from ${p.company}.`,
    toCustomer: {
      subject: (p) => `Your goods are here: choose a delivery time, order ${p.number}`,
      preview: (p) => `Please choose a time that suits you by ${p.agreeBy}.`,
      heading: 'Your goods are here',
      intro: () =>
        'Everything you ordered has arrived and delivery can be booked. With your order number and phone number you can choose a time online, or call the service line.',
      button: 'Choose a delivery time',
    },
    toStore: {
      subject: (p) => `The goods of order ${p.number} are complete: please agree delivery`,
      preview: (p) => `Please agree it by ${p.agreeBy}.`,
      heading: 'Goods complete: agree the delivery',
      intro: (p) =>
        `All goods of order ${p.number} have arrived. The customer was asked by email to choose a time; if none is agreed before the limit, please call them.`,
      button: 'Open the order',
    },
    toStoreAlone: {
      subject: (p) => `The goods of order ${p.number} are complete: please call the customer`,
      intro: (p) =>
        `All goods of order ${p.number} have arrived. The customer left no email address and doesn’t know it yet: please call them and agree delivery before the limit.`,
    },
  },
  'order-not-ready': {
    toCustomer: {
      subject: (p) => `Correction: delivery of order ${p.number} cannot be booked yet`,
      preview: 'We will write to you again as soon as it can.',
      heading: 'Delivery cannot be booked yet',
      intro: () =>
        'We wrote to you that your goods are here. We have to correct that: delivery cannot be booked yet, so please disregard that email. We will write to you again as soon as it can. We are sorry for the trouble.',
      button: 'See whether it can be booked',
    },
    toStore: {
      subject: (p) => `Correction: the goods of order ${p.number} are not complete`,
      preview: 'Please do not agree a delivery yet.',
      heading: 'Goods not complete after all',
      intro: (p) =>
        `We wrote to you that the goods of order ${p.number} are complete. We have to correct that: the warehouse took an arrival back, so please do not agree a delivery yet. We will write again when they are complete.`,
      button: 'Open the order',
    },
  },
  'order-returned': {
    subject: (p) => `The contract of order ${p.number} came back: please complete it`,
    preview: 'It says what is missing. Once it is complete it is checked again.',
    heading: 'A contract came back to you',
    intro: (p) => `${p.by} checked the contract of order ${p.number}. This is still unclear:`,
    button: 'Complete the contract',
  },
  'visit-escalated': {
    subject: (p) => `Could not be fixed on site: ticket ${p.number}, ${p.customer}`,
    preview: (p) => `It takes: ${p.needed}`,
    heading: 'Could not be fixed on site: please take over',
    intro: (p) =>
      `${p.crew} reports from the home of ticket ${p.number}: this could not be fixed on this visit. The ticket is back among those to be arranged.`,
    found: 'What was found',
    needed: 'What it takes',
    customer: 'Customer',
    button: 'Open the visit',
  },
  'tickets-overdue': {
    subject: (p) => `Overdue: ${p.count} ${p.count === '1' ? 'target' : 'targets'}`,
    preview: (p) => p.list.split('\n')[0] ?? '',
    heading: 'Targets are overdue',
    intro: (p) =>
      p.count === '1'
        ? 'One target promised to a customer has passed. You are told of it this once.'
        : `${p.count} targets promised to customers have passed. You are told of each this once.`,
    others: (p) => `There are ${p.more} more in the ticket list.`,
    button: 'Open overdue tickets',
  },
  'ticket-urgent': {
    subject: (p) => `Urgent: ticket ${p.number}, ${p.customer}`,
    preview: (p) => p.description,
    heading: 'An urgent ticket needs you',
    intro: (p) => `Ticket ${p.number} was assessed as severity 1: unusable or unsafe.`,
    wrong: 'What the customer said',
    address: 'Address',
    button: 'Open the ticket',
  },
  'return-decided': {
    subject: (p) => `Your return or exchange is decided, ticket ${p.number}`,
    preview: (p) => p.body,
    heading: 'Your return or exchange is decided',
    intro: (p) => `About your request ${p.caseNumber}, we decided as follows:`,
    next: 'The tracking page shows what is still to come and when, and what is done.',
    disagree: (p) =>
      `If you do not agree, please say so on the tracking page or call ${p.hotline} (${p.hours}); somebody more senior then looks at it again.`,
    caseNumber: 'Request number',
    button: 'See what happens next',
  },
  'return-to-approve': {
    subject: (p) => `To approve: ${p.number}, ${p.remedy}, ${p.total}`,
    preview: (p) => p.product,
    heading: 'A return needs your approval',
    intro: (p) =>
      `The decision on ${p.number} takes effect once you approve it; until then the customer waits.`,
    caseNumber: 'Case',
    remedy: 'Decided',
    total: 'Cost to us',
    button: 'Open the case',
  },
  'return-appealed': {
    subject: (p) => `The customer disagrees: ${p.number}, ${p.product}`,
    preview: (p) => p.said,
    heading: 'A customer disagrees with a decision',
    intro: (p) =>
      `The customer does not agree with the decision on ${p.number}; it is yours to look at again.`,
    caseNumber: 'Case',
    said: 'The customer says',
    button: 'Open the case',
  },
  'complaint-opened': {
    subject: (p) =>
      `${p.again ? 'Not content with the answer' : 'Complaint'}: ${p.customer}, ticket ${p.number}`,
    preview: (p) => p.description,
    heading: (p) =>
      p.again ? 'A customer is not content with the answer' : 'A customer has complained',
    intro: (p) =>
      p.again
        ? `${p.customer} has read the answer and is not content. Please look into it again.`
        : `${p.customer} has complained. Please give it an owner, find out what happened and answer the customer.`,
    button: 'Open the complaint',
  },
  'fault-raised': {
    subject: (p) => `Please give your side: complaint ${p.number}`,
    preview: (p) => p.what,
    heading: 'A fault you are asked to answer',
    intro: (p) =>
      `A complaint names you. Nothing is decided yet: please say what happened by ${p.answerBy}; it is decided after your answer is read.`,
    what: 'What was put forward',
    fault: 'Fault',
    answerBy: 'Answer by',
    button: 'Give your side',
  },
  'fault-decided': {
    subject: (p) =>
      p.verified
        ? `A fault stands: complaint ${p.number}`
        : `A fault was dismissed: complaint ${p.number}`,
    preview: (p) => p.why,
    heading: (p) => (p.verified ? 'The fault stands' : 'The fault was dismissed'),
    intro: (p) =>
      p.verified
        ? 'It was decided that this fault stands. It is on your record.'
        : 'It was decided that there was no fault. It is not counted on your record.',
    why: 'Why',
    fault: 'Fault',
    button: 'See my record',
  },
  'custody-receipt': {
    subject: (p) => `Custody receipt ${p.receipt}: ${p.item}, ticket ${p.number}`,
    preview: (p) =>
      p.forGood
        ? 'The original was collected for your exchange or return. Please keep this receipt.'
        : p.backOn === ''
          ? 'When it comes back, please hand the receipt to the crew.'
          : `Expected back on ${p.backOn}. Please hand the receipt to the crew then.`,
    heading: (p) =>
      p.forGood ? 'We collected your original' : 'We took your item away for repair',
    intro: (p) =>
      p.forGood
        ? 'Our crew collected the item below. This email is your receipt: please keep it.'
        : 'Our crew took the item below away to repair it. This email is your receipt: please keep it.',
    receipt: 'Receipt',
    item: 'Item',
    condition: 'How it looked',
    why: 'Why it was taken',
    backOn: 'Expected back',
    takenAt: 'Taken',
    takenBy: 'Taken by',
    handedBy: 'Handed over by',
    back: 'When it comes back, please look it over, sign for it, and hand the receipt to the crew.',
    call: (p) =>
      `To ask how it is coming along, or if anything above is wrong, call ${p.hotline} (${p.hours}).`,
    button: 'Open the receipt',
    track: 'Where the whole ticket stands:',
  },
  'visit-signed': {
    subject: (p) => `Visit signed for: ${p.customer}, ticket ${p.number}`,
    preview: (p) => `${p.service}: ${p.outcome}`,
    heading: 'Your store’s customer has signed',
    intro: (p) =>
      `${p.customer} bought this at your store. The visit (${p.service}) is over; the record was shown at the home and signed.`,
    customer: 'Customer',
    service: 'Visit',
    outcome: 'Outcome',
    crew: 'Crew',
    signed: 'Signed',
    workDone: 'What was done',
    button: 'Open the signed record',
  },
  'staff-invitation': {
    subject: (p) => `${p.inviter} invites you to the service system of ${p.company}`,
    preview: 'Choose a password and you can start.',
    heading: 'You are invited',
    intro: (p) =>
      `${p.inviter} has made an account for you in the after-sales system of ${p.company}. Choose a password to sign in.`,
    expires: (p) =>
      `The link works once, until ${p.expires}. If it has run out, ask the colleague who invited you for another.`,
    button: 'Choose a password',
    whyColleague: (p) => `This was sent to a colleague at ${p.company}.`,
    why: (p) =>
      `This was sent to staff of ${p.company}. If that is not you, ignore it: the account stays closed.`,
  },
  ...dayOfVisit,
} satisfies EmailWords
