import dayOfVisit from './emails-of-visit-day.ts'

/** The words of every mail. Typed functions carry the values, so a forgotten one fails the type check. */
const emails = {
  common: {
    greeting: (p: { name: string }) => `您好，${p.name}：`,
    label: (p: { label: string }) => `${p.label}：`,
    number: '工单编号',
    product: '产品',
    time: '时间',
    newTime: '新时间',
    oldTime: '原来的时间',
    crew: '谁来',
    work: '做什么',
    reason: '原因',
    service: '服务',
    standing: '照旧要来的',
    address: '地址',
    changeUntil: (p: { until: string; hotline: string; hours: string }) =>
      `要改时间或者取消，${p.until} 之前都可以在进度页里自己办；过了这个时间，请打 ${p.hotline}（${p.hours}）。`,
    changeByPhone: (p: { hotline: string; hours: string }) =>
      `师傅的安排已经定下来了。要改时间或者取消，请打 ${p.hotline}（${p.hours}），我们帮您办。`,
    next: '接下来',
    bareLink: '按钮点不开时，请把这个网址复制到浏览器里打开：',
    privateLink: '这个链接只给您本人，不用密码就能打开您的工单，请不要转发给别人。',
    track: '查看进度',
    answerHere: '直接回复这封邮件，我们就能看到。',
    hotline: (p: { hotline: string; hours: string }) => `服务热线 ${p.hotline}，${p.hours}`,
    whyCustomer: (p: { company: string; number: string }) =>
      `您在${p.company}有一张售后工单（${p.number}），所以收到这封邮件。`,
    signature: (p: { company: string }) => `${p.company}售后服务`,
  },
  'ticket-received': {
    subject: (p: { number: string }) => `我们收到了您反映的问题，工单 ${p.number}`,
    preview: '已经记下，下面是接下来的安排。',
    heading: '我们收到了您反映的问题',
    intro: '谢谢您告诉我们，情况已经记下了。来电时报上工单编号，我们马上就能找到。',
    problem: '您说的',
    wrong: '有写错的地方，比如地址或者电话，请在进度页里告诉我们。',
    call: (p: { hotline: string; hours: string }) =>
      `要是着急，或者情况有变，请打 ${p.hotline}（${p.hours}）。`,
  },
  'message-to-customer': {
    subject: (p: { number: string; author: string }) => `工单 ${p.number}：${p.author}给您留言了`,
    heading: '您有一条新留言',
    intro: (p: { author: string; number: string }) => `${p.author}在工单 ${p.number} 里给您留言：`,
    button: '查看并回复',
    file: (p: { name: string }) => `附件：${p.name}`,
  },
  'visit-confirmed': {
    subject: (p: { number: string; day: string; window: string }) =>
      `上门约好了：${p.day} ${p.window}，工单 ${p.number}`,
    preview: (p: { day: string; window: string; crew: string }) =>
      `${p.day} ${p.window}，${p.crew}。`,
    heading: '上门约好了',
    intro: '师傅会在下面这个时间上门，到之前先给您打电话。',
    change: (p: { hotline: string; hours: string }) =>
      `时间不合适？请在进度页里留言，或者打 ${p.hotline}（${p.hours}），我们帮您改。`,
  },
  'visit-moved': {
    subject: (p: { number: string; service: string; day: string; window: string }) =>
      `${p.service}改到 ${p.day} ${p.window}，工单 ${p.number}`,
    preview: (p: { oldDay: string; oldWindow: string }) =>
      `原来约的是 ${p.oldDay} ${p.oldWindow}。`,
    heading: (p: { service: string }) => `${p.service}改了时间`,
    intro: (p: { byCustomer: boolean }): string =>
      p.byCustomer
        ? '您选的新时间已经给您留好了，原来的时间不用再等。'
        : '您的上门换了时间，请以新时间为准。给您添了不便，请多包涵。',
    along: '一起改的',
    change: (p: { hotline: string; hours: string }) =>
      `新时间不合适？请在进度页里留言，或者打 ${p.hotline}（${p.hours}），我们再约。`,
  },
  'visit-cancelled': {
    subject: (p: { number: string; service: string; day: string; window: string }) =>
      `${p.service}已取消：${p.day} ${p.window}，工单 ${p.number}`,
    preview: (p: { service: string; standing: string }): string =>
      p.standing === ''
        ? `这次${p.service}师傅不会来，您不用在家等。`
        : `这次${p.service}师傅不会来；别的时间照旧。`,
    heading: (p: { service: string }) => `这次${p.service}取消了`,
    intro: (p: { service: string; standing: string }): string =>
      p.standing === ''
        ? `下面这次${p.service}已经取消，师傅不会来，您不用在家等。`
        : `下面这次${p.service}已经取消，到时候师傅不会来。别的上门照旧，也写在下面。`,
    along: '一起取消的',
    again: (p: { hotline: string; hours: string }) =>
      `还需要上门的话，请打开进度页，或者打 ${p.hotline}（${p.hours}）。`,
  },
  'visit-booked': {
    subject: (p: { number: string; service: string; day: string; window: string }) =>
      `${p.service}约好了：${p.day} ${p.window}，工单 ${p.number}`,
    preview: (p: { service: string; day: string; window: string }) =>
      `${p.service}：${p.day} ${p.window}。`,
    heading: (p: { service: string }) => `${p.service}约好了`,
    intro: '您约的时间已经给您留好了，师傅到之前会先给您打电话。',
    second: '一起约的',
    button: '改时间或取消',
  },
  'visit-reminder': {
    subject: (p: { number: string; service: string; day: string; window: string }) =>
      `提醒您：${p.day} ${p.window} 上门${p.service}，工单 ${p.number}`,
    preview: (p: { day: string; window: string }) => `${p.day} ${p.window}，请您在家等候。`,
    heading: '我们就要上门了',
    intro: '到时候请家里留人，师傅到之前会先给您打电话。',
  },
  'visit-parts-short': {
    subject: (p: { number: string; service: string; day: string; window: string }) =>
      `${p.service}要用的东西还没到齐：${p.day} ${p.window}，工单 ${p.number}`,
    preview: (p: { day: string; window: string }) =>
      `${p.day} ${p.window} 的上门暂时不变，有消息我们给您打电话。`,
    heading: (p: { service: string }) => `这次${p.service}要用的东西还没到齐`,
    intro: '先跟您说一声：下面这次上门要用的东西还没到齐。给您添了不便，请多包涵。',
    missing: '还缺什么',
    expected: '预计到货',
    next: (p: { expected: string }): string =>
      p.expected === ''
        ? '约好的时间暂时不变。我们正在催，一有消息就给您打电话；要是来不及，再跟您另约时间。'
        : '约好的时间暂时不变。要是到时候还没到齐，我们会提前给您打电话，跟您另约时间。',
    call: (p: { hotline: string; hours: string }) =>
      `想问一问，或者想现在就改时间，请打 ${p.hotline}（${p.hours}），也可以在进度页里留言。`,
  },
  'visit-finished': {
    subject: (p: { number: string }) => `这次上门您满意吗？工单 ${p.number}`,
    preview: '五个小问题，一分钟就好。',
    heading: '谢谢您，这次上门做完了',
    intro: '谢谢您让我们上门。这次做了这些：',
    ask: '做得怎么样，想听您说说。五个小问题，一分钟就好。',
    until: (p: { rateUntil: string }) => `到 ${p.rateUntil} 为止，都可以回答，也可以修改。`,
    button: '说说这次上门',
    stillWrong: (p: { hotline: string; hours: string }) =>
      `问题还在？请打 ${p.hotline}（${p.hours}），或者在进度页里告诉我们：`,
  },
  'ticket-resolved': {
    subject: (p: { number: string }) => `您反映的问题已经处理好，工单 ${p.number}`,
    preview: '要是还有不对的地方，请告诉我们。',
    heading: '您反映的问题处理好了',
    intro: (p: { number: string }) => `工单 ${p.number} 已经处理好，结果是：`,
    stillWrong: (p: { hotline: string; hours: string }) =>
      `要是还有不对的地方，请在进度页里点“还没有好”，或者打 ${p.hotline}（${p.hours}），我们接着办。`,
    button: '查看工单',
  },
  'order-ready': {
    customer: '顾客',
    number: '订单号',
    goods: '货品',
    agreeBy: '约好送货的期限',
    why: (p: { company: string }) => `您在${p.company}订了货，所以收到这封邮件。`,
    toCustomer: {
      subject: (p: { number: string }) => `您订的货齐了，可以约送货了，订单 ${p.number}`,
      preview: (p: { agreeBy: string }) => `请在 ${p.agreeBy} 之前选一个方便的时间。`,
      heading: '您订的货齐了',
      intro: (_: { number: string }) =>
        '您订的货都到了，现在可以约送货。请用订单号和手机号，在网上选一个方便的时间，也可以打服务热线约。',
      button: '约送货时间',
    },
    toStore: {
      subject: (p: { number: string }) => `订单 ${p.number} 的货齐了，请和顾客约好送货`,
      preview: (p: { agreeBy: string }) => `请在 ${p.agreeBy} 之前约好。`,
      heading: '货齐了，请约送货',
      intro: (p: { number: string }) =>
        `订单 ${p.number} 的货都到了。已经写邮件请顾客自己选时间；期限之前还没有约的，请联系顾客约好。`,
      button: '打开订单',
    },
    /** In place of the above when nothing reaches the customer in writing. */
    toStoreAlone: {
      subject: (p: { number: string }) => `订单 ${p.number} 的货齐了，请打电话和顾客约送货`,
      intro: (p: { number: string }) =>
        `订单 ${p.number} 的货都到了。顾客没有留邮箱，还不知道货齐了：请在期限之前打电话，和顾客约好送货。`,
    },
  },
  'order-not-ready': {
    toCustomer: {
      subject: (p: { number: string }) => `更正：订单 ${p.number} 暂时还不能约送货`,
      preview: '可以约的时候，我们会再写信告诉您。',
      heading: '暂时还不能约送货',
      intro: (_: { number: string }) =>
        '先前我们写信说您订的货齐了，这一点要更正：现在还不能约送货，那封邮件请不用理会。可以约的时候，我们会再写信告诉您。给您添了麻烦，很抱歉。',
      button: '看看现在能不能约',
    },
    toStore: {
      subject: (p: { number: string }) => `更正：订单 ${p.number} 的货还没有齐`,
      preview: '请先不要和顾客约送货。',
      heading: '货还没有齐',
      intro: (p: { number: string }) =>
        `先前写信说订单 ${p.number} 的货齐了，这一点要更正：仓库撤回了到货，请先不要和顾客约送货。货齐了会再写信告诉您。`,
      button: '打开订单',
    },
  },
  'order-returned': {
    subject: (p: { number: string }) => `订单 ${p.number} 的合同退回了，请补齐`,
    preview: '写明了缺什么，补齐后会再核对。',
    heading: '合同退回了，请补齐',
    intro: (p: { by: string; number: string }) =>
      `${p.by}核对了订单 ${p.number} 的合同，还有不清楚的地方：`,
    button: '补齐合同',
  },
  'visit-escalated': {
    subject: (p: { number: string; customer: string }) =>
      `现场处理不了，请接手：工单 ${p.number}，${p.customer}`,
    preview: (p: { needed: string }) => `还需要：${p.needed}`,
    heading: '现场处理不了，请接手',
    intro: (p: { crew: string; number: string }) =>
      `${p.crew}刚从工单 ${p.number} 的顾客家里报上来：问题这次处理不了，工单已经退回待安排。`,
    found: '现场情况',
    needed: '还需要什么',
    customer: '顾客',
    button: '打开这次上门',
  },
  'tickets-overdue': {
    subject: (p: { count: string }) => `${p.count} 项时限已经超过，请看一下`,
    preview: (p: { list: string }) => p.list.split('\n')[0] ?? '',
    heading: '有时限已经超过',
    intro: (p: { count: string }) =>
      `下面 ${p.count} 项答应顾客的时限已经超过。每一项只通知这一次。`,
    others: (p: { more: string }) => `另外还有 ${p.more} 项，请在工单列表里看。`,
    button: '打开超时的工单',
  },
  'ticket-urgent': {
    subject: (p: { number: string; customer: string }) => `紧急：工单 ${p.number}，${p.customer}`,
    preview: (p: { description: string }) => p.description,
    heading: '紧急工单，请马上看',
    intro: (p: { number: string }) => `工单 ${p.number} 定为 1 级：不能用，或者不安全。`,
    wrong: '顾客说的情况',
    address: '地址',
    button: '打开工单',
  },
  'return-decided': {
    subject: (p: { number: string }) => `您的退换要求有了决定，工单 ${p.number}`,
    preview: (p: { body: string }) => p.body,
    heading: '您的退换要求有了决定',
    intro: (p: { caseNumber: string }) => `您的退换要求 ${p.caseNumber}，我们是这样决定的：`,
    next: '接下来有哪些事、什么时候办、办到哪一步，进度页里都能看到。',
    disagree: (p: { hotline: string; hours: string }) =>
      `要是您不同意，请在进度页里告诉我们，或者打 ${p.hotline}（${p.hours}），会由上一级再看一次。`,
    caseNumber: '退换单号',
    button: '看接下来怎么办',
  },
  'return-to-approve': {
    subject: (p: { number: string; remedy: string; total: string }) =>
      `待批准：${p.number}，${p.remedy}，${p.total}`,
    preview: (p: { product: string }) => p.product,
    heading: '有一件退换要您批准',
    intro: (p: { number: string }) => `${p.number} 的决定要您批准才生效，顾客还在等。`,
    caseNumber: '退换单',
    remedy: '决定',
    total: '公司合计',
    button: '打开这件退换',
  },
  'return-appealed': {
    subject: (p: { number: string; product: string }) => `顾客不同意：${p.number}，${p.product}`,
    preview: (p: { said: string }) => p.said,
    heading: '顾客不同意退换的决定',
    intro: (p: { number: string }) => `${p.number} 的决定顾客不同意，要由您再看一次。`,
    caseNumber: '退换单',
    said: '顾客说',
    button: '打开这件退换',
  },
  'complaint-opened': {
    subject: (p: { number: string; customer: string; again: boolean }) =>
      `${p.again ? '顾客对答复不满意' : '投诉'}：${p.customer}，工单 ${p.number}`,
    preview: (p: { description: string }) => p.description,
    heading: (p: { again: boolean }): string => (p.again ? '顾客对答复不满意' : '有一件顾客投诉'),
    intro: (p: { customer: string; again: boolean }) =>
      p.again
        ? `${p.customer}看了答复，还不满意，请您再查一次。`
        : `${p.customer}投诉了，请您安排人负责，查清后回复顾客。`,
    button: '打开投诉',
  },
  'fault-raised': {
    subject: (p: { number: string }) => `请您说明：投诉 ${p.number}`,
    preview: (p: { what: string }) => p.what,
    heading: '有一件过失要您说明',
    intro: (p: { answerBy: string }) =>
      `投诉里提到了您，还没有认定。请在 ${p.answerBy} 前说明您的情况，看了您的说明再认定。`,
    what: '提出的情况',
    fault: '过失',
    answerBy: '回答期限',
    button: '写说明',
  },
  'fault-decided': {
    subject: (p: { number: string; verified: boolean }) =>
      p.verified ? `过失已认定：投诉 ${p.number}` : `过失不成立：投诉 ${p.number}`,
    preview: (p: { why: string }) => p.why,
    heading: (p: { verified: boolean }): string => (p.verified ? '过失已认定' : '过失不成立'),
    intro: (p: { verified: boolean }): string =>
      p.verified
        ? '看过您的情况，这件过失认定了，会记在您的档案里。'
        : '这件过失不成立，不记在您的档案里。',
    why: '理由',
    fault: '过失',
    button: '看我的档案',
  },
  'custody-receipt': {
    subject: (p: { receipt: string; item: string; number: string }) =>
      `取走凭据 ${p.receipt}：${p.item}，工单 ${p.number}`,
    preview: (p: { forGood: boolean; backOn: string }): string =>
      p.forGood
        ? '这是换货或退货收走的旧货，凭据请您留好。'
        : p.backOn === ''
          ? '东西送回来时，请把凭据交还师傅。'
          : `预计 ${p.backOn} 送回，到时请把凭据交还师傅。`,
    heading: (p: { forGood: boolean }): string =>
      p.forGood ? '您的旧货我们收走了' : '您的东西我们带回去修',
    intro: (p: { forGood: boolean }): string =>
      p.forGood
        ? '下面这件旧货已经由我们的师傅收走，这封邮件就是凭据，请您留好。'
        : '下面这件东西已经由我们的师傅带走修理，这封邮件就是凭据，请您留好。',
    receipt: '凭据编号',
    item: '带走的东西',
    condition: '带走时的样子',
    why: '为什么带走',
    backOn: '预计送回',
    takenAt: '带走时间',
    takenBy: '经手',
    handedBy: '交出人',
    back: '修好送回时，请您当面验看，签收后把凭据交还给师傅。',
    call: (p: { hotline: string; hours: string }) =>
      `想问问进度，或者东西有什么不对，请打 ${p.hotline}（${p.hours}）。`,
    button: '打开凭据',
    track: '整张工单的进度在这里：',
  },
  'visit-signed': {
    subject: (p: { number: string; customer: string }) =>
      `上门已签字：${p.customer}，工单 ${p.number}`,
    preview: (p: { service: string; outcome: string }) => `${p.service}：${p.outcome}`,
    heading: '您店里的顾客签字了',
    intro: (p: { customer: string; service: string }) =>
      `${p.customer}在您店里买的东西，这次${p.service}上门已经结束，本人看过记录并签了字。`,
    customer: '顾客',
    service: '上门做什么',
    outcome: '结果',
    crew: '班组',
    signed: '签字',
    workDone: '做了什么',
    button: '打开签过字的记录',
  },
  'staff-invitation': {
    subject: (p: { company: string; inviter: string }) =>
      `${p.inviter}邀请您使用${p.company}的售后系统`,
    preview: '设一个密码就能开始用。',
    heading: '邀请您加入',
    intro: (p: { company: string; inviter: string }) =>
      `${p.inviter}给您开了一个账号，请您一起用${p.company}的售后系统。设好密码就能登录。`,
    expires: (p: { expires: string }) =>
      `链接只能用一次，有效到 ${p.expires}。过期了，请让邀请您的同事再发一次。`,
    button: '设置密码',
    whyColleague: (p: { company: string }) => `这封邮件发给${p.company}的员工。`,
    why: (p: { company: string }) =>
      `这封邮件发给${p.company}的员工。如果不是您，不用理会，账号不会启用。`,
  },
  ...dayOfVisit,
}

export type EmailWords = typeof emails
export default emails
