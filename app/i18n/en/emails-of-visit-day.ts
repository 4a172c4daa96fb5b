import type zh from '../zh-CN/emails-of-visit-day.ts'

export default {
  'crew-on-the-way': {
    subject: (p) => `The crew is on its way, there at about ${p.about}, ticket ${p.number}`,
    preview: (p) => `There at about ${p.about}. Please have somebody at home.`,
    heading: 'The crew is on its way',
    intro: 'The crew is on its way to you. Please have somebody at home.',
    about: 'There at about',
    vehicle: 'Vehicle',
    agreed: 'Agreed time',
    roughly: (p) =>
      `The time is an estimate; the road may be slower or faster. Should it get much later, we will tell you. For anything else, please call ${p.hotline} (${p.hours}).`,
  },
  'visit-late': {
    subject: (p) =>
      `We are sorry to be late: we come at about ${p.about} (${p.service}), ticket ${p.number}`,
    preview: (p) => `Now expected at about ${p.about}. We are sorry to keep you waiting.`,
    heading: (p) => `We are sorry to be late (${p.service})`,
    intro: 'The crew comes later than we said. We are sorry to take up more of your day.',
    about: 'Now at about',
    call: (p) =>
      `Does that not suit you? Call ${p.hotline} (${p.hours}) or write to us on the tracking page, and we will find another time.`,
  },
  'customer-no-show': {
    subject: (p) => `We came and did not find you, ticket ${p.number}`,
    preview: 'It happens. Let us find another time.',
    heading: 'We came and did not find you',
    intro: (p) => {
      const tried =
        p.calls === ''
          ? 'nobody answered the door'
          : `nobody answered the door, nor the phone when we called ${p.calls === '1' ? 'once' : `${p.calls} times`}`
      const came = p.late
        ? `The crew was late at your home, at ${p.arrived}; we are sorry. By then`
        : `The crew was at your home at ${p.arrived}, but`
      return `${came} ${tried}, so they had to leave. It happens; let us find another time.`
    },
    arrived: 'At your home at',
    again: (p) =>
      `Please choose another time on the tracking page, or call ${p.hotline} (${p.hours}) and we will arrange it.`,
    button: 'Find another time',
  },
  'crew-no-show': {
    subject: (p) =>
      `We are sorry that nobody came for your visit (${p.service}), ticket ${p.number}`,
    preview: 'We are sorry that you waited in vain. We will call you to find another time.',
    heading: 'We are sorry: nobody came',
    intro:
      'We did not come to the visit below, and we are sorry that you waited in vain. We will call you to find another time.',
    again: (p) =>
      `If you would rather not wait for our call, choose another time on the tracking page or call ${p.hotline} (${p.hours}).`,
    button: 'Find another time',
  },
} satisfies typeof zh
