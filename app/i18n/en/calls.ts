import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/calls.ts'

export default {
  kind: { visit: 'After a visit', complaint: 'After a complaint', inspection: 'Inspection' },
  filter: { label: 'Filter by kind', all: 'All' },
  about: { complaint: 'Complaint', inspection: 'Inspection' },
  askedFor: 'asked for {{when}}',
  sub: '{{name}}, {{what}}',
  toRead: 'Ticket',
  script: {
    complaint:
      'Hello, is this {{name}}? This is {{caller}} from {{company}} after-sales. You complained ({{product}}) and we have answered. May I ask whether you are content with the answer?',
    inspection:
      'Hello, is this {{name}}? This is {{caller}}, after-sales manager of {{company}}. From time to time we ask some customers how things are ({{product}}). May I ask five quick questions, about two minutes?',
  },
  inspectionNote: 'An inspection is kept on its own; the rating given after the visit stays.',
  poorAfterInspection:
    'A complaint is opened when you save, and the after-sales manager is told at once.',
  verdict: {
    title: 'Is the customer content with the answer?',
    told: 'Our answer',
    toldAt: 'answered {{when}}',
    content: 'Content',
    not_content: 'Not content',
    words: 'In the customer’s words',
    wordsHint: 'When they are not content, write down why',
    note: 'Content ends the complaint; otherwise it goes back to the after-sales manager.',
    given: 'The customer’s verdict',
    over: 'This complaint isn’t waiting for a verdict now.',
  },
  figures: {
    title: 'Calls today',
    mine: 'My figures',
    every: 'All colleagues',
    table: 'Calls today by colleague',
    none: 'No call made today yet',
    total: 'In all',
    name: 'Colleague',
    calls: 'Calls',
    callsHint: 'How often somebody was rung up today, whether or not they answered',
    reached: 'Reached',
    reachedHint: 'Calls at which the customer answered and their answers were kept',
    unreached: 'No answer',
    unreachedHint: 'Calls nobody answered; each is kept',
    putOff: 'Put off',
    putOffHint: 'Calls at which the customer asked for another time',
    satisfaction: 'Average',
    satisfactionHint: 'The mean of the five scores, 1 to 5, of those reached who gave scores',
    complaints: 'Complaints',
    complaintsHint: 'Complaints opened by today’s answers',
    day: 'By the day where the company is, from midnight',
  },
  scripts: {
    title: 'What callers say',
    lede: 'What is said first on a call, by service; shown in the customer’s language with the ticket’s own values filled in.',
    of: 'What callers say: {{what}}',
    what: 'For',
    words: 'Words',
    textZh: 'Chinese',
    textEn: 'English',
    values:
      'You may write {{name}} the customer, {{caller}} who calls, {{company}} the company, {{when}} the day of the visit, {{product}} the product.',
  },
} satisfies Translation<typeof zh>
