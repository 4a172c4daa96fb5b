import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { EmailParams } from '#emails/index.ts'

type Samples = { [T in EmailTemplate]: EmailParams[T] }

export const number = 'R100042-7'
export const trackUrl = 'https://service.example.test/t/kT9xw2Lr'

const chineseTicket = {
  company: { name: '木禾家居', hotline: '400-000-1234', hours: '每天 08:30–22:00' },
  name: '林晓岚',
  number,
  trackUrl,
}
const chineseVisit = { day: '11月24日 周二', window: '10:30–12:00' }

const englishTicket = {
  company: { name: 'Muhe Home', hotline: '400-000-1234', hours: 'every day 08:30–22:00' },
  name: 'Lin Xiaolan',
  number,
  trackUrl,
}
const englishVisit = { day: 'Tuesday 24 November', window: '10:30–12:00' }

export const samples: Record<Locale, Samples> = {
  'zh-CN': {
    'ticket-received': {
      ...chineseTicket,
      product: '三门橡木衣柜',
      nextStep: '客服会在 5 分钟内给您打电话，问清楚情况，再约上门时间。',
    },
    'message-to-customer': {
      ...chineseTicket,
      author: '客服陈静',
      body: '林女士，刚才电话里说的铰链有货，已经给您留了两只。\n\n师傅会一起换。\n请先把中间这格的东西拿出来。',
    },
    'visit-confirmed': {
      ...chineseTicket,
      ...chineseVisit,
      crew: '王海涛师傅，园区维修二组',
      work: '换中间门的上铰链，三扇门一起调平，约 40 分钟',
    },
    'visit-moved': {
      ...chineseTicket,
      ...chineseVisit,
      oldDay: '11月23日 周一',
      oldWindow: '14:00–15:30',
      crew: '王海涛师傅，园区维修二组',
      reason: '铰链晚一天到货',
      service: '送货',
      byCustomer: false,
      along: '安装\n11月25日 周三 13:30–15:30',
      standing: '',
      until: '11月23日 周一 17:30',
    },
    'visit-cancelled': {
      ...chineseTicket,
      ...chineseVisit,
      service: '送货',
      byCustomer: false,
      along: '',
      standing: '安装\n11月25日 周三 13:30–15:30',
      reason: '您来电说门已经自己调好了',
    },
    'visit-booked': {
      ...chineseTicket,
      ...chineseVisit,
      service: '送货',
      second: '安装\n11月25日 周三 13:30–15:30',
      address: '金鸡湖大道 1 号 3 幢 1201',
      until: '11月23日 周一 17:30',
    },
    'visit-reminder': {
      ...chineseTicket,
      ...chineseVisit,
      service: '维修',
      work: '换中间门的上铰链',
      address: '金鸡湖大道 1 号 3 幢 1201',
      until: '11月23日 周一 20:30',
    },
    'visit-parts-short': {
      ...chineseTicket,
      ...chineseVisit,
      service: '维修',
      missing: '中间门的上铰链，两只',
      expected: '11月23日 周一',
    },
    'visit-finished': {
      ...chineseTicket,
      product: '三门橡木衣柜',
      workDone: '换了中间门的上铰链。\n三扇门都调平了。',
      rateUrl: 'https://service.example.test/rate/p4Qz',
      rateUntil: '12月1日 周二',
    },
    'ticket-resolved': { ...chineseTicket, solution: '换了上铰链，三扇门都调平了。' },
    'order-ready': {
      company: chineseTicket.company,
      name: '林晓岚',
      number: 'HT20261124-08',
      customer: '',
      goods: '三门橡木衣柜 × 1\n橡木床头柜 × 2',
      agreeBy: '11月27日 周五 10:20',
      customerAsked: false,
      url: 'https://service.example.test/book?order=HT20261124-08',
    },
    'order-not-ready': {
      company: chineseTicket.company,
      name: '林晓岚',
      number: 'HT20261124-08',
      customer: '',
      url: 'https://service.example.test/book?order=HT20261124-08',
    },
    'order-returned': {
      company: chineseTicket.company,
      name: '周婷',
      number: 'HT20261124-08',
      by: '客服陈静',
      customer: '林晓岚',
      note: '手机号少一位。\n送货日期在订货日期之前。',
      url: 'https://service.example.test/console/orders/HT20261124-08',
    },
    'staff-invitation': {
      company: chineseTicket.company,
      name: '陈静',
      inviter: '赵敏',
      url: 'https://service.example.test/invitation/w8Yc',
      expires: '11月28日 周六 18:00',
    },
  },
  en: {
    'ticket-received': {
      ...englishTicket,
      product: 'Three-door oak wardrobe',
      nextStep: 'We ring you within five minutes to hear more, and then agree a time to come.',
    },
    'message-to-customer': {
      ...englishTicket,
      author: 'Chen Jing',
      body: 'Good morning, Ms Lin.\n\nThe two hinges are here.\nPlease empty the middle section first.',
    },
    'visit-confirmed': {
      ...englishTicket,
      ...englishVisit,
      crew: 'Wang Haitao, repair crew 2',
      work: 'A new top hinge for the middle door; all three doors set level. About 40 minutes.',
    },
    'visit-moved': {
      ...englishTicket,
      ...englishVisit,
      oldDay: 'Monday 23 November',
      oldWindow: '14:00–15:30',
      crew: 'Wang Haitao, repair crew 2',
      reason: 'The hinge arrives a day late.',
      service: 'Delivery',
      byCustomer: false,
      along: 'Installation\nWed 25 Nov 13:30–15:30',
      standing: '',
      until: 'Mon 23 Nov, 17:30',
    },
    'visit-cancelled': {
      ...englishTicket,
      ...englishVisit,
      service: 'Delivery',
      byCustomer: false,
      along: '',
      standing: 'Installation\nWed 25 Nov 13:30–15:30',
      reason: 'You told us it is mended.',
    },
    'visit-booked': {
      ...englishTicket,
      ...englishVisit,
      service: 'Delivery',
      second: 'Install\nWed 25 Nov 13:30–15:30',
      address: '1201, Building 3, 1 Jinji Lake Avenue',
      until: 'Mon 23 Nov, 17:30',
    },
    'visit-reminder': {
      ...englishTicket,
      ...englishVisit,
      service: 'Repair',
      work: 'A new top hinge for the middle door.',
      address: '1201, Building 3, 1 Jinji Lake Avenue',
      until: 'Mon 23 Nov, 20:30',
    },
    'visit-parts-short': {
      ...englishTicket,
      ...englishVisit,
      service: 'Repair',
      missing: 'Two top hinges for the middle door.',
      expected: 'Mon 23 Nov',
    },
    'visit-finished': {
      ...englishTicket,
      product: 'Three-door oak wardrobe',
      workDone: 'Replaced the top hinge of the middle door.\nSet all three doors level.',
      rateUrl: 'https://service.example.test/rate/p4Qz',
      rateUntil: 'Tuesday 1 December',
    },
    'ticket-resolved': {
      ...englishTicket,
      solution: 'The top hinge is new and all three doors are level.',
    },
    'order-ready': {
      company: englishTicket.company,
      name: 'Zhou Ting',
      number: 'HT20261124-08',
      customer: 'Lin Xiaolan',
      goods: 'Three-door oak wardrobe × 1\nOak bedside table × 2',
      agreeBy: 'Fri 27 Nov, 10:20',
      customerAsked: false,
      url: 'https://service.example.test/console/orders/HT20261124-08',
    },
    'order-not-ready': {
      company: englishTicket.company,
      name: 'Zhou Ting',
      number: 'HT20261124-08',
      customer: 'Lin Xiaolan',
      url: 'https://service.example.test/console/orders/HT20261124-08',
    },
    'order-returned': {
      company: englishTicket.company,
      name: 'Zhou Ting',
      number: 'HT20261124-08',
      by: 'Chen Jing',
      customer: 'Lin Xiaolan',
      note: 'The phone number is one digit short.\nThe delivery date is before the order date.',
      url: 'https://service.example.test/console/orders/HT20261124-08',
    },
    'staff-invitation': {
      company: englishTicket.company,
      name: 'Chen Jing',
      inviter: 'Zhao Min',
      url: 'https://service.example.test/invitation/w8Yc',
      expires: 'Saturday 28 November, 18:00',
    },
  },
}

/** The same sample with every string at every depth replaced. */
export function everyString<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') return replace(value) as T
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([key, inner]) => [
      key,
      everyString(inner, replace),
    ]),
  ) as T
}

export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Object.values(value as Record<string, unknown>).flatMap(stringsOf)
}
