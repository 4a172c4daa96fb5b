import type { Locale } from '#db/vocabulary/locales.ts'

interface ContractText {
  number: string
  /** Place in the list of stores, from 1. */
  store: 1 | 2 | 3
  clerk: string
  name: string
  /** Without the country; empty while the store owes it. */
  phone: string
  email?: string
  locale?: Locale
  /** Empty while the store owes it. */
  address: string
  area: string
  /** Model and quantity. */
  lines: readonly (readonly [string, number])[]
  requirements?: string
  /** Days since the store entered it. */
  entered: number
  stage:
    | { is: 'entered' }
    /** What the desk wrote to the store. */
    | { is: 'incomplete'; note: string }
    /** The first so many lines are in stock. */
    | { is: 'waiting'; arrived: number }
    /** Days since the last line came. */
    | { is: 'ready'; days: number }
    | { is: 'cancelled'; reason: string }
}

/** Contracts on which nothing has been delivered yet, with customers of their own. */
export const contractTexts: readonly ContractText[] = [
  {
    number: 'YQ-30017',
    store: 1,
    clerk: '顾婷婷',
    name: '林知夏',
    phone: '13700002601',
    email: 'lin.zhixia@example.test',
    address: '苏州市工业园区星湖街 200 号澄湖花园 7 幢 1102 室',
    area: '工业园区',
    lines: [
      ['YS-W320', 1],
      ['YS-N050', 2],
    ],
    requirements: '送货前一小时打电话',
    entered: 26,
    stage: { is: 'ready', days: 1 },
  },
  {
    number: 'GS-30024',
    store: 2,
    clerk: '蒋伟',
    name: '顾明远',
    phone: '13700002618',
    address: '苏州市姑苏区人民路 1208 号双塔新村 12 幢 503 室',
    area: '姑苏区',
    lines: [
      ['YS-B180', 1],
      ['YS-M180', 1],
    ],
    requirements: '五楼无电梯，加搬运费',
    entered: 21,
    stage: { is: 'ready', days: 2 },
  },
  {
    number: 'PD-30031',
    store: 3,
    clerk: '范晓东',
    name: '沈嘉禾',
    phone: '13700002625',
    email: 'shen.jiahe@example.test',
    address: '上海市浦东新区花木路 88 弄银杏苑 5 幢 1602 室',
    area: '浦东新区',
    lines: [['YS-W240', 1]],
    entered: 30,
    stage: { is: 'ready', days: 1 },
  },
  {
    number: 'PD-30046',
    store: 3,
    clerk: '彭丽',
    name: 'Clara Hoffmann',
    phone: '13700002632',
    email: 'clara.hoffmann@example.test',
    locale: 'en',
    address: 'Room 904, Building 3, Tianlin Court, Lane 130 Tianlin Road, Xuhui, Shanghai',
    area: '徐汇区',
    lines: [
      ['YS-T140', 1],
      ['YS-C040', 6],
    ],
    requirements: 'Ring an hour before',
    entered: 19,
    stage: { is: 'ready', days: 1 },
  },
  {
    number: 'YQ-30053',
    store: 1,
    clerk: '陆敏',
    name: 'Ethan Brooks',
    phone: '13700002649',
    email: 'ethan.brooks@example.test',
    locale: 'en',
    address: 'Room 1203, Building 9, Cuihu Court, 18 Dushuhu Avenue, Industrial Park, Suzhou',
    area: '工业园区',
    lines: [['YS-W500', 1]],
    entered: 34,
    stage: { is: 'ready', days: 2 },
  },
  {
    number: 'GS-30068',
    store: 2,
    clerk: '曾丽华',
    name: '白景行',
    phone: '13700002656',
    address: '苏州市虎丘区狮山路 88 号山语家园 2 幢 801 室',
    area: '虎丘区',
    lines: [
      ['YS-S330', 1],
      ['YS-T090', 1],
    ],
    entered: 28,
    stage: { is: 'ready', days: 5 },
  },
  {
    number: 'PD-30075',
    store: 3,
    clerk: '范晓东',
    name: '秦素问',
    phone: '13700002663',
    address: '上海市闵行区漕宝路 1555 弄七宝雅苑 11 幢 302 室',
    area: '闵行区',
    lines: [['YS-C200', 2]],
    entered: 25,
    stage: { is: 'ready', days: 4 },
  },
  {
    number: 'PD-30082',
    store: 3,
    clerk: '彭丽',
    name: '骆清扬',
    phone: '13700002670',
    address: '上海市宝山区顾北路 600 弄菊泉苑 6 幢 1401 室',
    area: '宝山区',
    lines: [['YS-V180', 1]],
    entered: 22,
    stage: { is: 'ready', days: 1 },
  },
  {
    number: 'YQ-30099',
    store: 1,
    clerk: '顾婷婷',
    name: '裴书瑶',
    phone: '13700002687',
    email: 'pei.shuyao@example.test',
    address: '苏州市工业园区现代大道 66 号师惠坊 4 幢 601 室',
    area: '工业园区',
    lines: [
      ['MH-K100', 1],
      ['MH-K300', 1],
      ['MH-B210', 1],
    ],
    entered: 16,
    stage: { is: 'waiting', arrived: 2 },
  },
  {
    number: 'GS-30107',
    store: 2,
    clerk: '蒋伟',
    name: '傅长庚',
    phone: '13700002694',
    address: '苏州市吴中区东吴北路 31 号石湖名苑 15 幢 203 室',
    area: '吴中区',
    lines: [
      ['YS-S210', 1],
      ['YS-S105', 2],
    ],
    entered: 9,
    stage: { is: 'waiting', arrived: 1 },
  },
  {
    number: 'PD-30114',
    store: 3,
    clerk: '彭丽',
    name: 'Naomi Fraser',
    phone: '13700002702',
    email: 'naomi.fraser@example.test',
    locale: 'en',
    address: 'Room 1501, Building 8, Forest Bay, Lane 1020 Jinxiu Road, Pudong, Shanghai',
    area: '浦东新区',
    lines: [
      ['MH-D110', 4],
      ['MH-D300', 1],
    ],
    entered: 5,
    stage: { is: 'waiting', arrived: 0 },
  },
  {
    number: 'YQ-30121',
    store: 1,
    clerk: '陆敏',
    name: '韦若水',
    phone: '',
    address: '苏州市工业园区星湖街 200 号澄湖花园 16 幢 905 室',
    area: '工业园区',
    lines: [['YS-R150', 1]],
    entered: 1,
    stage: { is: 'incomplete', note: '没有留顾客电话，送货日期也空着。请问清楚后补上。' },
  },
  {
    number: 'GS-30138',
    store: 2,
    clerk: '曾丽华',
    name: '丁一诺',
    phone: '13700002719',
    address: '',
    area: '姑苏区',
    lines: [['YS-D120', 1]],
    entered: 2,
    stage: { is: 'incomplete', note: '缺送货地址，请写到门牌号。' },
  },
  {
    number: 'PD-30145',
    store: 3,
    clerk: '范晓东',
    name: '齐望舒',
    phone: '13700002726',
    address: '上海市徐汇区康健路 55 弄康宁小区 9 幢 402 室',
    area: '徐汇区',
    lines: [['TC-T600', 8]],
    entered: 1,
    stage: {
      is: 'incomplete',
      note: '客厅 32 平方米，地砖只写了 8 片，数量请和顾客再核对一次。',
    },
  },
  {
    number: 'YQ-30152',
    store: 1,
    clerk: '顾婷婷',
    name: '宁远舟',
    phone: '13700002733',
    address: '苏州市工业园区独墅湖大道 18 号翠湖雅居 21 幢 1704 室',
    area: '工业园区',
    lines: [
      ['YS-B150', 1],
      ['YS-M180', 1],
      ['YS-N050', 2],
    ],
    entered: 0,
    stage: { is: 'entered' },
  },
  {
    number: 'GS-30169',
    store: 2,
    clerk: '蒋伟',
    name: '易安然',
    phone: '13700002740',
    address: '苏州市虎丘区科灵路 9 号理想湾 6 幢 1001 室',
    area: '虎丘区',
    lines: [['YS-T160', 1]],
    requirements: '颜色以样板为准',
    entered: 0,
    stage: { is: 'entered' },
  },
  {
    number: 'PD-30176',
    store: 3,
    clerk: '范晓东',
    name: 'Julia Marsh',
    phone: '13700002757',
    email: 'julia.marsh@example.test',
    locale: 'en',
    address: 'Room 703, Building 2, Lvmei Apartments, Lane 380 Xinsong Road, Minhang, Shanghai',
    area: '闵行区',
    lines: [['MH-B900', 1]],
    entered: 0,
    stage: { is: 'entered' },
  },
  {
    number: 'YQ-30183',
    store: 1,
    clerk: '陆敏',
    name: '向南星',
    phone: '13700002764',
    address: '苏州市吴中区塔韵路 178 号尹山花苑 3 幢 1205 室',
    area: '吴中区',
    lines: [['YS-B120', 1]],
    entered: 13,
    stage: { is: 'cancelled', reason: '顾客换了户型，尺寸不合适，定金已退' },
  },
]
