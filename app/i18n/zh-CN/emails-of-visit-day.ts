/** Of the mails that go out on the day of a visit, and because of what was found on it. */
export default {
  'crew-on-the-way': {
    subject: (p: { number: string; about: string }) =>
      `师傅出发了，大约 ${p.about} 到，工单 ${p.number}`,
    preview: (p: { about: string }) => `大约 ${p.about} 到，请家里留人。`,
    heading: '师傅已经出发',
    intro: '师傅正在去您家的路上，请家里留人。',
    about: '大约几点到',
    vehicle: '开的车',
    agreed: '约好的时间',
    roughly: (p: { hotline: string; hours: string }) =>
      `到的时间是估计的，路上会有快慢；要晚很多，我们再告诉您。有事请打 ${p.hotline}（${p.hours}）。`,
  },
  'visit-late': {
    subject: (p: { number: string; service: string; about: string }) =>
      `对不起，${p.service}要晚一些，大约 ${p.about} 到，工单 ${p.number}`,
    preview: (p: { about: string }) => `现在估计大约 ${p.about} 到，让您久等了。`,
    heading: (p: { service: string }) => `对不起，${p.service}要晚一些`,
    intro: '师傅要比说好的晚一些到，耽误您的时间，非常抱歉。',
    about: '现在大约几点到',
    call: (p: { hotline: string; hours: string }) =>
      `这个时间您不方便？请打 ${p.hotline}（${p.hours}），或者在进度页里留言，我们给您另约。`,
  },
  'customer-no-show': {
    subject: (p: { number: string }) => `我们来过，没有见到您，工单 ${p.number}`,
    preview: '没关系，我们另约一个时间。',
    heading: '我们来过，没有见到您',
    intro: (p: { arrived: string; late: boolean; calls: string }): string => {
      const came = p.late
        ? `师傅 ${p.arrived} 才到您家，比约好的晚，很抱歉。那时没有人应门`
        : `师傅 ${p.arrived} 到了您家，没有人应门`
      const called = p.calls === '' ? '' : `，给您打了 ${p.calls} 次电话也没有联系上`
      return `${came}${called}，只好先回去了。没关系，我们另约一个时间。`
    },
    arrived: '师傅到的时间',
    again: (p: { hotline: string; hours: string }) =>
      `请打开进度页另约时间，或者打 ${p.hotline}（${p.hours}），我们帮您约。`,
    button: '另约时间',
  },
  'crew-no-show': {
    subject: (p: { number: string; service: string }) =>
      `对不起，这次${p.service}我们没有来，工单 ${p.number}`,
    preview: '让您白等了，非常抱歉。我们会给您打电话另约时间。',
    heading: '对不起，我们没有来',
    intro: '约好的这次上门我们没有来，让您白等了，非常抱歉。我们会给您打电话，另约时间。',
    again: (p: { hotline: string; hours: string }) =>
      `不想等电话，也可以打开进度页另约时间，或者打 ${p.hotline}（${p.hours}）。`,
    button: '另约时间',
  },
}
