import type { ProblemCategory } from '#db/vocabulary/tickets.ts'

interface Said {
  title: string
  problem?: string
  cause?: string
  solution: string
}

/** An answer in both languages; without categories it is about nothing special. */
export interface AnswerText {
  slug: string
  categories?: ProblemCategory[]
  zh: Said
  en: Said
}

/** What homeowners ask, the most asked first: a new company begins with these and makes them its own. */
export const publicAnswers: readonly AnswerText[] = [
  {
    slug: 'after-delivery',
    zh: {
      title: '家具送到以后，什么时候能装？',
      solution:
        '安装总在送货之后，最早是送到后的下一个时段。预约送货的时候，可以把安装一起约好，也可以收货以后再约。',
    },
    en: {
      title: 'When can furniture be installed after it is delivered?',
      solution:
        'Always after the delivery, from the next free time on. You can book the installation together with the delivery, or later, once it has arrived.',
    },
  },
  {
    slug: 'cabinet-door',
    categories: ['door'],
    zh: {
      title: '柜门关不严，自己能调吗？',
      problem: '柜门关上以后有缝，一边高一边低，或者自己弹开。',
      cause: '门用久了会往下坠，铰链要重新调一调；柜子没有放平，门也会关不严。',
      solution:
        '多半可以。先把柜子放平稳，用十字螺丝刀拧铰链上靠外的那颗螺丝，一次半圈，边拧边看门缝。拧三四次还不行，或者螺丝拧不紧，请报修，不要硬拧。',
    },
    en: {
      title: 'A cabinet door does not close. Can I adjust it myself?',
      problem: 'The door leaves a gap, hangs lower on one side, or springs open again.',
      cause:
        'Doors sink a little with use and the hinge wants adjusting; a cabinet that does not stand level does the same.',
      solution:
        'Most of the time. Make sure the cabinet stands level, then turn the outer screw of the hinge with a cross-head screwdriver, half a turn at a time, watching the gap. If three or four turns don’t help, or the screw won’t hold, please report it rather than force it.',
    },
  },
  {
    slug: 'change-the-time',
    zh: {
      title: '约好了，临时要改时间怎么办？',
      solution:
        '前一天傍晚装车以前，打开工单页，自己就能改期或取消；网上预约好的页面和邮件里都有链接。装车以后，请打服务热线，我们替您改。',
    },
    en: {
      title: 'I need to change the agreed time',
      solution:
        'Until the van is loaded, late in the afternoon of the day before, you move or cancel it yourself on your ticket’s page; the link is in the confirmation and in our mail. After that, please call our service line and we change it for you.',
    },
  },
  {
    slug: 'how-soon',
    zh: {
      title: '报修以后，多久有人联系我？',
      solution:
        '接听时间里，客服几分钟内就给您打电话；晚上报的，第二天一早打。电话里能解决的当时就解决，解决不了，和您约好时间再上门。',
    },
    en: {
      title: 'How soon will I hear from you after a report?',
      solution:
        'Within minutes while our phones are staffed; early the next morning if it came in at night. What can be solved on the phone is solved then; otherwise we agree a time and come.',
    },
  },
  {
    slug: 'danger',
    categories: ['loose', 'broken'],
    zh: {
      title: '家具快要倒、玻璃裂了，怎么办？',
      problem: '柜子往前倾、吊柜往下坠、台面或玻璃裂开。',
      solution:
        '请先别用，让老人和孩子离远一点，能靠墙的靠墙。然后直接打服务热线，这类事我们最先处理。',
    },
    en: {
      title: 'Something could fall, or glass has cracked. What now?',
      problem:
        'A cabinet leans forward, a wall unit sags, a worktop or a pane of glass has cracked.',
      solution:
        'Please stop using it and keep children and older people away; lean it against a wall if that is safe. Then call our service line: we put those first.',
    },
  },
  {
    slug: 'stuck-drawer',
    categories: ['door'],
    zh: {
      title: '抽屉卡住了怎么办？',
      problem: '抽屉拉不出来、推不到底，或者推拉很涩。',
      cause: '多半是东西掉到了后面，或者滑轨里进了杂物、变了形。',
      solution:
        '先看看是不是东西卡在后面：把抽屉拉到头，往上一抬取下来，清一清滑轨里的东西再装回去。滑轨变形了、或者装回去还是卡，请报修，拍一张滑轨的照片给我们。',
    },
    en: {
      title: 'What can I do about a stuck drawer?',
      problem: 'A drawer does not come out, does not close, or runs stiffly.',
      cause: 'Mostly something fell behind it, or the runners are dirty or bent.',
      solution:
        'Something may have fallen behind it: pull the drawer out as far as it goes, lift it off, clear the runners and put it back. If a runner is bent or it still sticks, please report it with a photo of the runner.',
    },
  },
  {
    slug: 'creaks-and-wobbles',
    categories: ['loose'],
    zh: {
      title: '床或椅子有响声、会摇晃？',
      problem: '床一翻身就响，椅子、桌子站不稳。',
      cause: '用了一段时间，连接的螺丝松了；也可能是地面不平。',
      solution:
        '多半是连接的螺丝松了。用内六角扳手把能看到的螺丝都紧一遍，再看看四只脚是不是都着地。还响、还晃，就别再用力压，请报修。',
    },
    en: {
      title: 'The bed or a chair creaks or wobbles',
      problem: 'The bed creaks when you turn; a chair or a table does not stand firmly.',
      cause: 'Joining screws work loose with use, or the floor is uneven.',
      solution:
        'A screw has usually worked loose. Tighten every screw you can see with a hex key and check that all feet touch the floor. If it still moves, please don’t load it any more, and report it.',
    },
  },
  {
    slug: 'photos',
    zh: {
      title: '照片怎么拍最有用？',
      solution:
        '退一步拍一张整体，再靠近拍一张坏的地方，有标签的话也拍一张。最多 8 张，每张不超过 10 MB，苹果手机的照片可以直接传。照片里的位置信息我们会去掉。',
    },
    en: {
      title: 'Which photos help most?',
      solution:
        'One from a step back, one close up of the damage, and the label if there is one. Up to 8 photos of up to 10 MB each; photos from an iPhone are fine as they are. We remove the position from every photo.',
    },
  },
  {
    slug: 'cost',
    zh: {
      title: '上门要收费吗？',
      solution:
        '保修期内、正常使用坏的，不收费。报修时写上订单号，我们能马上看到保修到哪天。要收费的，先和您说清楚，您同意了才动手。',
    },
    en: {
      title: 'Does a visit cost anything?',
      solution:
        'Not within the warranty and under normal use. Give your order number in the report and we see at once how long the warranty runs. Anything chargeable is agreed with you before work begins.',
    },
  },
  {
    slug: 'ticket-number',
    zh: {
      title: '工单编号找不到了？',
      solution:
        '报修时留了邮箱的，编号在我们发的邮件里，点邮件里的链接就能看进度。没有留邮箱，请打服务热线，报手机号就能查。',
    },
    en: {
      title: 'I can’t find my ticket number',
      solution:
        'If you gave an email address, the number is in our mail, and its link opens your ticket. If not, please call our service line; your phone number is enough to find it.',
    },
  },
  {
    slug: 'when-it-is-done',
    zh: {
      title: '修好以后要做什么？',
      solution:
        '请您验收，没有问题再在师傅的手机上签字。签过的记录会放在工单页里。之后我们会问问您满不满意，一分钟就好。',
    },
    en: {
      title: 'What do I do when the work is done?',
      solution:
        'Check it, and sign on the technician’s phone only if all is well. The signed record is kept on your ticket’s page. Afterwards we ask how it went; it takes a minute.',
    },
  },
]

/** What colleagues tell each other; the demo's. */
export const staffAnswers: readonly AnswerText[] = [
  {
    slug: 'sliding-door-jumps-its-track',
    categories: ['door'],
    zh: {
      title: '推拉门跳轨：电话里先问什么',
      problem: '顾客说推拉门从轨道上掉下来，或者推到一半卡住。',
      cause: '多半是下滑轮松了，或者轨道里有异物；门板变形的不到一成。',
      solution:
        '1. 先请顾客别硬推，扶稳门板。\n2. 问清是上轨还是下轨，能不能看到滑轮。\n3. 下轨有异物的，请顾客清掉再轻推一次；还不行，约维修上门，备 D240 滑轮一副。\n4. 门板有裂的按 1 级处理，当天上门。',
    },
    en: {
      title: 'Sliding door off its track: what to ask on the phone',
      problem: 'The customer says a sliding door fell off its track or sticks half way.',
      cause:
        'Mostly a loose lower roller or dirt in the track; a warped panel in fewer than one in ten.',
      solution:
        '1. Ask the customer not to force it and to steady the panel.\n2. Ask which track, upper or lower, and whether a roller can be seen.\n3. With dirt in the lower track, let them clear it and push gently once more; if that does not help, book a repair visit and bring a pair of D240 rollers.\n4. A cracked panel is severity 1: same day.',
    },
  },
  {
    slug: 'stain-on-quartz',
    categories: ['surface'],
    zh: {
      title: '石英石台面渗色：保修怎么算',
      problem: '台面上有酱油、茶、颜料渗进去的印子。',
      cause: '表面的养护层磨掉以后，深色液体留得久就会渗进去。',
      solution:
        '1. 先请顾客用中性清洁剂加温水擦，别用漂白水和钢丝球。\n2. 擦不掉的约上门打磨，三年内第一次免费。\n3. 高温烫出的白印不在保修内，上门前先报价。',
    },
    en: {
      title: 'Stains in a quartz worktop: what the warranty covers',
      problem: 'Soy sauce, tea or dye has left a mark in the worktop.',
      cause: 'Once the sealing has worn off, dark liquids left standing sink in.',
      solution:
        '1. Let the customer try warm water and a mild cleaner first; no bleach, no steel wool.\n2. If it stays, book a visit to polish it; the first one within three years is free.\n3. White marks from hot pots are not covered: give a price before the visit.',
    },
  },
]

/** Begun, and not yet for anybody to read. */
export const draftAnswer: AnswerText = {
  slug: 'answer-about-mattresses',
  categories: ['surface'],
  zh: {
    title: '床垫中间有凹痕，是质量问题吗？',
    problem: '新床垫睡了几个月，睡的地方比旁边低一点。',
    solution: '',
  },
  en: { title: 'Answer about mattresses', solution: '' },
}
