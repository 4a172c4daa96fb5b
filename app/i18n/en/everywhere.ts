import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/everywhere.ts'

export default {
  brand: 'Shangmen',
  skip: 'Skip to content',
  back: 'Back',
  save: 'Save',
  send: 'Send',
  comma: ', ',
  rowsOf: '{{what}}: the rows',
  cancel: 'Cancel',
  change: 'Change',
  errorPrefix: 'Error: ',
  errorTitle: 'Error: {{title}}',
  problems_one: 'There is one thing to put right',
  problems_other: 'There are {{count}} things to put right',
  otherLanguage: '中文',
  firstCall:
    'Our service desk calls you within {{minutes}} minutes. What can’t be solved on the phone, a crew comes and puts right.',
  firstCallLater:
    'Our service desk calls you from {{from}} on. What can’t be solved on the phone, a crew comes and puts right.',
  hours: {
    day: { '1': 'Mon', '2': 'Tue', '3': 'Wed', '4': 'Thu', '5': 'Fri', '6': 'Sat', '7': 'Sun' },
    none: 'never',
    daily: 'every day {{hours}}',
    of: '{{days}} {{hours}}',
    range: '{{first}}–{{last}}',
    and: '; ',
  },
  steps: {
    of: 'Step {{step}} of {{count}}',
    done: ', done',
    continue: 'Continue',
    saveAndCheck: 'Done, back to check',
    backToCheck: 'Back to check',
  },
  calendar: {
    title: 'Calendar',
    file: 'Add to my calendar',
    why: 'Subscribe, and your calendar follows by itself when a visit moves or is cancelled.',
    make: 'Get a subscription address',
    address: 'Address to subscribe to',
    secret: 'Whoever knows this address sees what is in it. Please do not pass it on.',
    subscribe: 'Subscribe in my calendar',
    renew: 'Make a new address; the old one stops',
    stop: 'Stop this address',
  },
  dayPart: {
    am: 'morning',
    pm: 'afternoon',
    eve: 'evening',
    all: 'all day',
    and: ' and ',
    of: '{{day}}, {{part}}',
  },
  errorPage: {
    notFound: 'We can’t find this page',
    notFoundHint:
      'The address may be mistyped, or the link no longer works. A ticket can always be tracked with its number and your phone number.',
    forbidden: 'This page isn’t open to you',
    forbiddenHint: 'Your role does not include it. Ask an administrator if you need it.',
    badRequest: 'That did not reach us',
    badRequestHint:
      'The connection may have dropped, or a file was too large. Go back and try once more.',
    tooMany: 'That was tried too often',
    tooManyHint: 'Please wait a few minutes. If it is urgent, call our service line.',
    away: 'We are coming back, one moment please',
    awayHint: 'Reload in a few seconds. What you have sent is safe.',
    failed: 'Something went wrong on our side',
    failedHint:
      'It was nothing you did. Please try again in a while; if it is urgent, call our service line.',
    reference: 'If you contact us, please give this reference: {{reference}}',
    home: 'Home page',
    track: 'Track a ticket',
    help: 'Help and answers',
    again: 'Try again',
  },
} satisfies Translation<typeof zh>
