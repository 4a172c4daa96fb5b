import type { Locale } from '#db/vocabulary/locales.ts'

type Line = readonly ['customer' | 'staff', string]

interface Talk {
  /** Short exchanges before any visit, and before a repair. */
  exchanges: readonly (readonly Line[])[]
  repairExchanges: readonly (readonly Line[])[]
  notes: readonly string[]
  preferredDays: readonly string[]
  /** Added to a matter told a second time, by somebody else. */
  further: readonly string[]
  booked: (when: string, crew: string) => string
  pauses: readonly { reason: string; days: number }[]
  cancellations: readonly string[]
  moves: readonly string[]
  reopened: string
  unsolved: string
  awaitingPart: string
  partLate: string
  /** What a visit lacks. */
  partsShort: readonly [string, string]
  /** Ordered a fitting before the room is done. */
  roomUnready: string
  /** Nobody came: among us, and to the customer. */
  missed: { note: string; reason: string }
  apology: string
  praise: readonly string[]
  attempts: { noAnswer: readonly string[]; callBack: string }
  /** Why the doors weren't tried. */
  noDoors: string
}

export const talk: Record<Locale, Talk> = {
  'zh-CN': {
    exchanges: [
      [
        ['customer', '小区要登记车牌，师傅来之前能告诉我吗？'],
        ['staff', '可以，当天早上我把车牌发在这里。'],
        ['customer', '好的，谢谢。'],
      ],
      [
        ['customer', '门铃坏了，到了请直接打我电话。'],
        ['staff', '记下了，已经告诉班组。'],
      ],
      [['customer', '下午三点以后我才到家，别太早。']],
      [
        ['customer', '需要我提前收拾什么吗？'],
        ['staff', '把周围一米腾出来就行，其他不用动。'],
      ],
    ],
    repairExchanges: [
      [
        ['staff', '您好，方便的话再拍一张全景，我们好判断带什么配件。'],
        ['customer', '好的，晚上到家就拍。'],
      ],
      [
        ['customer', '请问这个要收费吗？'],
        ['staff', '在保修期内不收费；要收费的，会先和您说清楚，您同意了再动手。'],
      ],
      [
        ['staff', '配件已经给您留好，师傅会一起带来。'],
        ['customer', '太好了，麻烦你们了。'],
        ['staff', '不客气，有事随时在这里留言。'],
      ],
      [
        ['customer', '能派一位仔细点的师傅吗？家里刚装修好。'],
        ['staff', '放心，进门穿鞋套，地上铺垫子，我和班组说一声。'],
      ],
    ],
    notes: [
      '业主说话客气，但已经是第二次报，优先排。',
      '五金保修两年，收不收费看订单日期。',
      '楼道窄，大件要先量电梯。',
      '物业要求施工前一天登记，已提醒业主。',
      '仓库确认有货，今天可以领。',
      '已和厂家核对批次，等回复。',
      '业主白天不方便接电话，请发留言。',
      '隔壁单元同款也报过，留意是不是批次问题。',
    ],
    preferredDays: [
      '工作日下午三点以后',
      '周末全天',
      '周六上午',
      '这周哪天都可以',
      '晚上六点以后',
      '周三或者周五',
    ],
    further: [
      '请来之前先打电话。',
      '周末家里都有人。',
      '麻烦尽早给个准信。',
      '物业的师傅看过，说要找你们。',
      '不急，但希望一次弄好。',
      '楼下可以停车，报我房号就行。',
    ],
    booked: (when, crew) => `您好，已经和您约好 ${when}，由${crew}上门，到达前会先打电话。`,
    pauses: [
      { reason: '等厂家定制件发货', days: 4 },
      { reason: '业主出差，回来再约', days: 6 },
      { reason: '小区封路施工，物业通知后再约', days: 2 },
      { reason: '业主还在考虑换新还是维修', days: 0 },
    ],
    cancellations: [
      '来电说自己已经拧好了',
      '登记了两次，在前一张工单里处理',
      '来电说等装修结束后再报',
      '不是我们的产品，已告知厂家电话',
    ],
    moves: ['您来电说那天要加班', '配件晚一天到货', '物业那天不让施工'],
    reopened: '业主来电：同一个地方又松了，请再来看一次。',
    unsolved: '还没有好。\n照您说的试了，当时好了，今天又一样。',
    partLate: '要换的件还没到，到货后马上给您约',
    partsShort: ['要换的五金还没到，厂家已经发货', '要换的件还差一件，在路上'],
    roomUnready: '货到了，想约师傅来装。房间的油漆还没刷完，工人说来得及。',
    missed: {
      note: '班组前一户做得太久，没有赶到，也没有打电话。已经向业主道歉，另约了时间。',
      reason: '班组没能在约好的时间赶到，非常抱歉，下次由班长亲自来',
    },
    awaitingPart: '现场先固定好，可以正常使用；要换的件已下单，到货后再来一次。',
    apology:
      '给您添麻烦了，实在抱歉。情况已经和班组核实过，下次上门会提前半小时打电话，由班长亲自来，不收任何费用。',
    praise: [
      '师傅很准时，讲得也清楚。',
      '修得很好，走的时候还把地擦了。',
      '客服回得快，省心。',
      '两位师傅都很客气，鞋套也穿了。',
      '比想的快，半小时就弄好了。',
      '',
      '总体满意，就是电话来得有点早。',
      '',
    ],
    attempts: {
      noAnswer: ['响了没人接', '占线', '提示关机'],
      callBack: '在开会，请下午再打。',
    },
    noDoors: '没有门和抽屉',
  },
  en: {
    exchanges: [
      [
        ['customer', 'The gate needs the number plate. Can you tell me before they come?'],
        ['staff', 'Of course, I will post it here in the morning.'],
        ['customer', 'Thank you.'],
      ],
      [
        ['customer', 'The doorbell is broken, please ring my phone.'],
        ['staff', 'Noted, the crew knows.'],
      ],
      [['customer', 'Any time after three is fine, not before.']],
      [
        ['customer', 'Does the technician speak English? If not, my neighbour can help.'],
        ['staff', 'A little, and I am on the phone for you all day.'],
        ['customer', 'Perfect.'],
      ],
    ],
    repairExchanges: [
      [
        [
          'staff',
          'Could you take one more picture from a step back? It tells us which parts to bring.',
        ],
        ['customer', 'Will do this evening.'],
      ],
      [
        ['customer', 'Will this cost anything?'],
        [
          'staff',
          'Under warranty it is free. If it is not, we tell you the price first and start only when you agree.',
        ],
      ],
      [
        ['customer', 'Should I clear anything away first?'],
        ['staff', 'A metre around it is plenty, the rest can stay.'],
      ],
      [
        ['staff', 'The parts are set aside for you, the crew brings them along.'],
        ['customer', 'Wonderful, thanks.'],
      ],
    ],
    notes: [
      'Customer prefers English, ring the desk if there is a question on site.',
      'Fittings are under warranty for two years; check the order date before charging.',
      'Narrow staircase, measure the lift before bringing large parts.',
      'Building management wants a day’s notice; customer knows.',
      'Stock confirmed by the warehouse, can be drawn today.',
      'Second report of the same kind in this building, watch the batch.',
    ],
    preferredDays: [
      'Weekdays after 3 pm',
      'Any day this week',
      'Saturday morning',
      'Evenings after six',
      'Tuesday or Thursday',
    ],
    further: [
      'Please ring before you come up.',
      'Somebody is home all weekend.',
      'Parking is free in front of the house.',
      'No hurry, but I would like it done in one visit.',
      'I can send more pictures if that helps.',
    ],
    booked: (when, crew) => `Your visit is set for ${when}. ${crew} will ring before they arrive.`,
    pauses: [
      { reason: 'Waiting for a made-to-measure part', days: 5 },
      { reason: 'Customer is travelling', days: 3 },
      { reason: 'Customer is deciding between repair and exchange', days: 0 },
    ],
    cancellations: [
      'You rang to say it is mended',
      'Registered twice, handled under the earlier ticket',
      'Not our product; we passed on the maker’s number',
    ],
    moves: ['You rang: working late that day', 'The part arrives a day late'],
    reopened: 'Customer rang: the same place is loose again, please come once more.',
    unsolved:
      'It is still not right.\nI did as you said and it was fine at first; today it is the same again.',
    partLate: 'The part is not here yet; we ring you as soon as it is',
    partsShort: [
      'The fittings to be replaced; the maker has sent them',
      'One of the parts to be replaced is still on its way',
    ],
    roomUnready:
      'Everything has arrived and I would like it fitted. The painters are still in the room; they say they will be done.',
    missed: {
      note: 'The crew was held up at the stop before and neither came nor rang. Apologised, another time agreed.',
      reason: 'The crew did not make it in time and we are very sorry; its leader comes next time',
    },
    awaitingPart:
      'Made safe and usable for now. The part is ordered; one more visit when it is here.',
    apology:
      'We are sorry for the trouble. We have gone through it with the crew; next time the leader comes in person and rings half an hour before, free of charge.',
    praise: [
      'On time and very polite. Thank you!',
      'Quick, clean, and they explained what went wrong.',
      'Easy to arrange, good communication.',
      'They even fixed the other door while they were here.',
      '',
      'Happy with the repair.',
    ],
    attempts: {
      noAnswer: ['Rang out', 'Engaged', 'Phone switched off'],
      callBack: 'In a meeting, asked us to ring in the afternoon.',
    },
    noDoors: 'No doors or drawers here',
  },
}
