import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/home.ts'

export default {
  frame: {
    homeLabel: 'Shangmen, home page',
    nav: 'Main',
    book: 'Book',
    report: 'Report a problem',
    track: 'Track',
    help: 'Help',
    privacy: 'Privacy',
    hotline: 'Service line',
    hours: 'every day {{from}}–{{to}}',
    hoursAfter: ', every day {{from}}–{{to}}',
    note: '{{company}} after-sales service',
    talk: 'Rather talk?',
  },
  title: 'What can we come and do for you?',
  heading: 'What can we come and do for you?',
  lede: 'No account needed; your phone number is enough.',
  scene: 'Line drawing: a door ajar, an armchair, a floor lamp and a sideboard',
  ways: 'What you can do here',
  bookText: 'Delivery, installation, measuring, or a fixed time for a repair',
  reportText: 'Say what is wrong, add photos; we call first, and it may need no visit',
  trackText: 'Where it stands, who comes and when',
  call: 'Rather talk?',
  open: 'Someone is there now',
  closed: 'Nobody is there just now',
  staffed: 'Answered every day {{from}}–{{to}}.',
  otherTimes: 'At other times, report it here and we call you from {{from}} on.',
  asked: 'Often asked',
  allAnswers: 'All questions',
  search: 'Search the answers',
  searchExample: 'Such as: stuck drawer',
  searchButton: 'Search',
  help: {
    title: 'Help',
    lede: 'Some things take two minutes and no visit.',
    found_one: '{{count}} answer about “{{query}}”',
    found_other: '{{count}} answers about “{{query}}”',
    none: 'Nothing found about “{{query}}”.',
    noneHint: 'Try other words, report the problem, or call our service line.',
    all: 'All questions',
  },
  answers: {
    deliver: {
      question: 'When can furniture be installed after it is delivered?',
      answer:
        'Always after the delivery, from the next free time on. You can book the installation together with the delivery, or later, once it has arrived.',
    },
    door: {
      question: 'A cabinet door does not close. Can I adjust it myself?',
      answer:
        'Most of the time. Make sure the cabinet stands level, then turn the outer screw of the hinge with a cross-head screwdriver, half a turn at a time, watching the gap. If three or four turns don’t help, or the screw won’t hold, please report it rather than force it.',
    },
    drawer: {
      question: 'What can I do about a stuck drawer?',
      answer:
        'Something may have fallen behind it: pull the drawer out as far as it goes, lift it off, clear the runners and put it back. If a runner is bent or it still sticks, please report it with a photo of the runner.',
    },
    loose: {
      question: 'The bed or a chair creaks or wobbles',
      answer:
        'A screw has usually worked loose. Tighten every screw you can see with a hex key and check that all feet touch the floor. If it still moves, please don’t load it any more, and report it.',
    },
    danger: {
      question: 'Something could fall, or glass has cracked. What now?',
      answer:
        'Please stop using it and keep children and older people away; lean it against a wall if that is safe. Then call our service line: we put those first.',
    },
    when: {
      question: 'How soon will I hear from you after a report?',
      answer:
        'Within minutes while our phones are staffed; early the next morning if it came in at night. What can be solved on the phone is solved then; otherwise we agree a time and come.',
    },
    photos: {
      question: 'Which photos help most?',
      answer:
        'One from a step back, one close up of the damage, and the label if there is one. Up to 8 photos of up to 10 MB each; photos from an iPhone are fine as they are. We remove the position from every photo.',
    },
    change: {
      question: 'I need to change the agreed time',
      answer:
        'Until the van is loaded, late in the afternoon of the day before, you move or cancel it yourself on your ticket’s page; the link is in the confirmation and in our mail. After that, please call our service line and we change it for you.',
    },
    number: {
      question: 'I can’t find my ticket number',
      answer:
        'If you gave an email address, the number is in our mail, and its link opens your ticket. If not, please call our service line; your phone number is enough to find it.',
    },
    cost: {
      question: 'Does a visit cost anything?',
      answer:
        'Not within the warranty and under normal use. Give your order number in the report and we see at once how long the warranty runs. Anything chargeable is agreed with you before work begins.',
    },
    sign: {
      question: 'What do I do when the work is done?',
      answer:
        'Check it, and sign on the technician’s phone only if all is well. The signed record is kept on your ticket’s page. Afterwards we ask how it went; it takes a minute.',
    },
  },
  privacy: {
    title: 'Privacy',
    lede: 'We keep what the job needs, and you can always ask to see it.',
    whatTitle: 'What we keep',
    what: 'What you write in a report: name, phone, address, email if given, the product and the problem, photos, when it suits you; later your messages, visit times, what was done, your signature and your rating. Where and with what a photo was taken is removed as it arrives.',
    whyTitle: 'What for',
    why: 'Only for this matter: to call you, to send a crew, and to ask how it went. The crew sees what they need for the visit. No advertising, nothing sold.',
    browserTitle: 'In your browser',
    browser:
      'One small cookie that remembers your language; and while you type, what you have not sent yet is kept on this device and cleared once it is sent. Nothing tracks you and nothing comes from other sites.',
    longTitle: 'How long',
    long: 'A report that was begun and not sent is deleted with its photos after 7 days. Tickets and signed records are kept as proof for warranty and service, until you ask us to delete them and the law does not require us to keep them.',
    linkTitle: 'Your private link',
    link: 'The link to your ticket works like a key: whoever has it can open the page without a password, so please don’t forward it. If it went astray, call our service line and we end it.',
    askTitle: 'To see, correct or delete',
    ask: 'Call our service line {{hotline}} ({{hours}}) with your ticket number and phone number.',
  },
} satisfies Translation<typeof zh>
