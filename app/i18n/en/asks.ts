import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/asks.ts'

export default {
  title: 'Return or exchange',
  track: {
    title: 'Return or exchange {{number}}',
    now: {
      asked: 'We have your request, and answer you by {{by}}.',
      approving: 'There is a proposal; a manager is checking it. We answer you by {{by}}.',
      appealed:
        'You do not agree, so somebody more senior looks at it again. We answer you by {{by}}.',
      late: 'We should have answered you by {{by}}, and are sorry that we have not. If it is urgent, please call the service line.',
      again: 'We are looking at our decision again, and tell you once we know.',
      acting: 'It is decided and under way.',
      decided: 'It is decided.',
      ready: 'It is decided, and everything is done.',
      closed: 'Your return or exchange is done. Thank you.',
      cancelled: 'Your return or exchange was cancelled.',
    },
    because: 'Why: {{reason}}',
    decided: 'Our decision of {{day}}',
    decidedBefore: 'Our decision of {{day}}, being looked at again',
    step: {
      goods: 'New goods',
      part: 'New part',
      collection: 'Collecting the old goods',
      delivery: 'Delivery',
      deliveryCollects: 'Delivery, taking the old goods along',
      repair: 'Repair at your home',
      refund: 'Money back',
    },
    when: {
      promised: 'Ready by {{day}}',
      visit: '{{day}}, {{span}}',
      after: 'No time agreed yet; from {{day}} one can be chosen',
      toBook: 'No time agreed yet; we will agree one with you',
      toRefund: '{{amount}}, {{method}}, still to come',
      refunded: '{{amount}}, {{method}}, paid back on {{day}}',
      done: 'Done on {{day}}',
    },
    method: {
      original: 'the way you paid',
      transfer: 'by bank transfer',
      cash: 'in cash',
      credit: 'as store credit',
    },
    disagree: {
      lede: 'Do you not agree? You can tell us once until {{until}}; somebody more senior then looks at it again.',
      open: 'I don’t agree',
      words: 'What do you not agree with? What would you like instead?',
      submit: 'Have it looked at again',
    },
    appeal: {
      said: 'You told us on {{at}} that you do not agree; it went up a level.',
      answered:
        'You told us on {{at}} that you did not agree. Somebody more senior looked at it, and we decided again.',
    },
  },
  complaint: {
    title: 'Your complaint',
    now: {
      open: 'We have your complaint; the after-sales manager reads it in person.',
      investigating: 'We are finding out what happened, and answer you once we know.',
      answered: 'We answered. Please tell us whether you are content.',
      closed: 'Your complaint is closed.',
      withdrawn: 'Your complaint was withdrawn.',
    },
    answer: 'Our answer of {{day}}',
    verdict: {
      legend: 'Are you content with this answer?',
      content: 'Content',
      not_content: 'Not content',
      words: 'Anything you would like to say',
      wordsHint: 'If you are not content, please tell us what is wrong; we go on with it.',
      submit: 'Tell us',
    },
    said: {
      content: 'You told us on {{day}} that you are content. Thank you.',
      not_content:
        'You told us on {{day}} that you are not content. We go on with it and answer you again.',
      notContentClosed: 'You told us on {{day}} that you are not content.',
    },
  },
} satisfies Translation<typeof zh>
