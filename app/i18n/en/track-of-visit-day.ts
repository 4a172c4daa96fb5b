import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/track-of-visit-day.ts'

/** Of the day of a visit, of what follows from it, and of who comes. */
export default {
  late: {
    visit_before: 'The visit before takes longer than planned. We are sorry to keep you waiting.',
    traffic: 'There is a traffic jam. We are sorry to keep you waiting.',
    vehicle: 'Our van broke down. We are sorry to keep you waiting.',
    weather: 'The weather makes the road slow. We are sorry to keep you waiting.',
    other: 'We are held up. We are sorry to keep you waiting.',
    note: 'In more words: {{note}}',
    unsuitable: 'Does that not suit you? Call ',
    unsuitableAfter: ' or write to us below, and we find another time.',
  },
  missing: {
    what: 'Something for this visit is still missing: {{note}}',
    expected:
      'It should be here on {{day}}. The agreed time stands for now; if it isn’t here by then, we call you beforehand.',
    unknown: 'The agreed time stands for now; we call you as soon as we know more.',
  },
  rests: {
    customer: 'As you asked, the work rests. The crew goes on when it suits you.',
    parts: 'The crew waits for a part and goes on as soon as it is there.',
    site: 'Something is still missing at the place; the crew is seeing to it.',
    inspection: 'A colleague comes to check; then the crew goes on.',
    rest: 'The crew takes a short break and goes on in a moment.',
    other: 'The crew has paused and goes on in a while.',
  },
  extras: {
    title: 'Extra work: your answer',
    titleAnswered: 'Extra work',
    lede: 'The crew found more to do. It is done only if you say yes; a no changes nothing about the work agreed.',
    what: 'What',
    minutes: 'Extra time',
    price: 'Extra cost',
    free: 'Nothing to pay',
    name: 'Your name',
    accept: 'Yes, please do it',
    decline: 'No, leave it',
    accepted: 'You accepted',
    declined: 'You declined',
    cost: '{{minutes}}, {{price}}',
    already: 'This has been answered already; the first answer counts.',
    ask: 'Any questions? Ask the crew or call ',
  },
  nobody: {
    title: 'Nobody came?',
    lede: 'You were promised {{span}}. If nobody came, tell us: the service desk looks into it at once and gets in touch.',
    words: 'Anything to add (optional)',
    submit: 'Nobody came',
    told: 'You told us at {{at}} that nobody came. We are looking into it and get in touch at once.',
    message: 'Nobody came. Agreed was: {{service}}, {{day}}, {{span}}.',
  },
  items: {
    title: 'What we took along',
    away: 'Taken on {{day}}; we are repairing it.',
    awayUntil: 'Taken on {{day}}; we are repairing it and bring it back on {{back}}.',
    back: 'Back with you since {{day}}.',
    forGood: 'Collected on {{day}} for your exchange or return.',
  },
  wish: {
    title: 'How did it go?',
    phone: {
      any: 'Within a day we call you and ask how it went.',
      morning: 'We call you in the morning and ask how it went.',
      afternoon: 'We call you in the afternoon and ask how it went.',
      evening: 'We call you in the evening and ask how it went.',
    },
    online: 'You would rather rate it online, so we do not call for now.',
    none: 'You asked us not to call. We have noted it.',
    change: 'Another time, or no call',
    how: 'How shall we ask',
    when: 'If we call, when',
    submit: 'Save',
    saved: 'Saved.',
  },
  unsolved: {
    title: { solved: 'Still not right?', cancelled: 'Do you still need us?' },
    lede: {
      solved:
        'One tap is enough; there is no need to report it again. The service desk sees it at once and calls you.',
      cancelled:
        'One tap is enough; there is no need to fill in anything again. The service desk sees it at once and calls you.',
    },
    open: { solved: 'Still not right', cancelled: 'I still need this' },
    words: {
      solved: 'What is still not right (optional)',
      cancelled: 'Anything to add (optional)',
    },
    submit: 'Tell the service desk',
    message: { solved: 'It is still not right.', cancelled: 'I still need this.' },
  },
  withdrawal: {
    title: 'No longer needed?',
    lede: 'If you fixed it yourself, or reported it by mistake, you can take the report back. Then nobody calls or comes because of it.',
    open: 'Withdraw the report…',
    ledeOther:
      'If you changed your mind, or sent it by mistake, you can take it back. Then nobody calls or comes because of it.',
    openOther: 'Withdraw it…',
    words: 'Why (optional)',
    submit: 'Yes, withdraw it',
    message: 'I withdraw this report; it is no longer needed.',
    messageOther: 'I withdraw this; it is no longer needed.',
  },
  another: {
    title: 'Would you like somebody else?',
    lede: 'Another technician, or another colleague to handle this: tell us. The manager sees it, arranges it, and we get in touch.',
    open: 'I would like somebody else…',
    who: 'Who should be somebody else?',
    crew: 'The technician who comes',
    desk: 'The colleague who handles this',
    words: 'Why (optional)',
    submit: 'Tell us',
    openOne: { crew: 'Another technician, please…', desk: 'Another colleague, please…' },
    told: {
      crew: 'You told us on {{day}} at {{at}} that you would like another technician. We are arranging it and get in touch.',
      desk: 'You told us on {{day}} at {{at}} that you would like another colleague to handle this. We are arranging it and get in touch.',
    },
    keep: { crew: 'The technician may stay the same', desk: 'The colleague may stay the same' },
    dropped: {
      crew: 'The technician may stay the same.',
      desk: 'The colleague who handles this may stay the same.',
    },
    message: {
      crew: 'I would like another technician to come.',
      desk: 'I would like somebody else to handle this.',
    },
  },
} satisfies Translation<typeof zh>
