import type { Locale } from '#db/vocabulary/locales.ts'

/** What a customer said after a poor visit, with the scores that went with it. */
export interface PoorVisit {
  words: string
  scores: readonly [number, number, number, number, number]
  recommend: number
  tags: readonly ('left_mess' | 'late' | 'again')[]
}

export const poorVisits: Record<Locale, readonly PoorVisit[]> = {
  'zh-CN': [
    {
      words: '约的八点半，十点才到，也没打电话说一声，我请了假在家等。',
      scores: [3, 4, 4, 1, 4],
      recommend: 3,
      tags: ['late'],
    },
    {
      words: '修完三天又坏了，同一个地方。师傅走的时候木屑也没扫。',
      scores: [3, 2, 1, 4, 2],
      recommend: 2,
      tags: ['again', 'left_mess'],
    },
    {
      words: '说话有点冲，问他为什么会坏，说是我们自己用坏的。',
      scores: [2, 4, 4, 4, 3],
      recommend: 4,
      tags: [],
    },
  ],
  en: [
    {
      words: 'Nobody rang, they came an hour and a half late, and I had to go back to work.',
      scores: [3, 4, 4, 1, 4],
      recommend: 3,
      tags: ['late'],
    },
    {
      words: 'The same door dropped again two days later. Sawdust was left on the carpet.',
      scores: [4, 2, 1, 5, 2],
      recommend: 2,
      tags: ['again', 'left_mess'],
    },
  ],
}

export const complaintTexts: Record<
  Locale,
  readonly { model: string; product: string; words: string; outcome: string }[]
> = {
  'zh-CN': [
    {
      model: 'YS-S330',
      product: '转角真皮沙发',
      words: '买的时候导购说三十天到货，现在四十多天了，问了三次都说再等等，想要一个准话。',
      outcome: '厂家延误，经理致歉并敲定送货日，补偿一套皮革护理。',
    },
    {
      model: 'MH-K220',
      product: '烤漆橱柜',
      words: '在店里谈好的拉手型号，装上来不是那一款，电话里还让我自己去店里换。',
      outcome: '拉手由班组上门更换，导购已向业主道歉。',
    },
  ],
  en: [
    {
      model: 'YS-T160',
      product: 'Stone dining table',
      words:
        'I have been passed between the shop and the service line four times about the same table. Who is in charge of it?',
      outcome: 'One clerk is named to the customer and keeps the matter until its end.',
    },
  ],
}
