export type City = 'suzhou' | 'shanghai'

export const cityNames: Record<City, { zh: string; en: string }> = {
  suzhou: { zh: '苏州', en: 'Suzhou' },
  shanghai: { zh: '上海', en: 'Shanghai' },
}

interface Place {
  city: City
  zh: string
  en: string
  /** Further ways in which addresses write it. */
  known?: readonly string[]
  /** Its middle: latitude, longitude. */
  middle: readonly [number, number]
  speedKmh: number
  /** Parts of it that addresses name: Chinese, English, latitude, longitude. */
  quarters: readonly Located[]
  /** Invented housing estates on plausible roads. */
  estates: readonly Located[]
}
type Located = readonly [string, string, number, number]

/** 服务区域, with where people live in them. */
export const places: readonly Place[] = [
  {
    city: 'suzhou',
    zh: '工业园区',
    en: 'Industrial Park',
    known: ['苏州工业园', 'Suzhou Industrial Park'],
    middle: [31.317, 120.71],
    speedKmh: 28,
    quarters: [
      ['独墅湖', 'Dushuhu', 31.276, 120.735],
      ['星湖街', 'Xinghu Street', 31.308, 120.733],
      ['现代大道', 'Xiandai Avenue', 31.326, 120.7],
    ],
    estates: [
      ['星湖街 200 号澄湖花园', 'Chenghu Garden, 200 Xinghu Street', 31.304, 120.7335],
      ['独墅湖大道 18 号翠湖雅居', 'Cuihu Court, 18 Dushuhu Avenue', 31.2762, 120.736],
      ['现代大道 66 号师惠坊', 'Shihui Square, 66 Xiandai Avenue', 31.3255, 120.689],
    ],
  },
  {
    city: 'suzhou',
    zh: '姑苏区',
    en: 'Gusu',
    middle: [31.315, 120.618],
    speedKmh: 20,
    quarters: [
      ['平泷路', 'Pinglong Road', 31.345, 120.6],
      ['双塔', 'Shuangta', 31.304, 120.629],
    ],
    estates: [
      ['平泷路 251 号枫桥里', 'Fengqiao Lane, 251 Pinglong Road', 31.3447, 120.6012],
      ['人民路 1208 号双塔新村', 'Shuangta Village, 1208 Renmin Road', 31.3058, 120.6195],
    ],
  },
  {
    city: 'suzhou',
    zh: '虎丘区',
    en: 'Huqiu',
    known: ['苏州高新区'],
    middle: [31.296, 120.55],
    speedKmh: 30,
    quarters: [
      ['狮山', 'Shishan', 31.297, 120.566],
      ['科灵路', 'Keling Road', 31.332, 120.422],
    ],
    estates: [
      ['狮山路 88 号山语家园', 'Shanyu Homes, 88 Shishan Road', 31.2974, 120.5688],
      ['科灵路 9 号理想湾', 'Lixiang Bay, 9 Keling Road', 31.3318, 120.4226],
    ],
  },
  {
    city: 'suzhou',
    zh: '吴中区',
    en: 'Wuzhong',
    middle: [31.264, 120.631],
    speedKmh: 26,
    quarters: [
      ['东吴北路', 'North Dongwu Road', 31.271, 120.623],
      ['尹山', 'Yinshan', 31.24, 120.671],
    ],
    estates: [
      ['东吴北路 31 号石湖名苑', 'Shihu Court, 31 North Dongwu Road', 31.2716, 120.6228],
      ['塔韵路 178 号尹山花苑', 'Yinshan Garden, 178 Tayun Road', 31.2396, 120.6724],
    ],
  },
  {
    city: 'shanghai',
    zh: '浦东新区',
    en: 'Pudong',
    known: ['浦东'],
    middle: [31.221, 121.544],
    speedKmh: 26,
    quarters: [
      ['花木', 'Huamu', 31.208, 121.539],
      ['锦绣路', 'Jinxiu Road', 31.199, 121.533],
    ],
    estates: [
      ['花木路 88 弄银杏苑', 'Ginkgo Court, Lane 88 Huamu Road', 31.2093, 121.5392],
      ['锦绣路 1020 弄森林湾', 'Forest Bay, Lane 1020 Jinxiu Road', 31.1992, 121.533],
    ],
  },
  {
    city: 'shanghai',
    zh: '徐汇区',
    en: 'Xuhui',
    middle: [31.188, 121.436],
    speedKmh: 20,
    quarters: [
      ['田林', 'Tianlin', 31.176, 121.417],
      ['康健', 'Kangjian', 31.158, 121.416],
    ],
    estates: [
      ['田林路 130 弄田林新苑', 'Tianlin Court, Lane 130 Tianlin Road', 31.1762, 121.4178],
      ['康健路 55 弄康宁小区', 'Kangning Estate, Lane 55 Kangjian Road', 31.1582, 121.4166],
    ],
  },
  {
    city: 'shanghai',
    zh: '闵行区',
    en: 'Minhang',
    middle: [31.113, 121.382],
    speedKmh: 24,
    quarters: [
      ['莘松', 'Xinsong', 31.109, 121.368],
      ['七宝', 'Qibao', 31.156, 121.355],
    ],
    estates: [
      ['莘松路 380 弄绿梅公寓', 'Lvmei Apartments, Lane 380 Xinsong Road', 31.1092, 121.3688],
      ['漕宝路 1555 弄七宝雅苑', 'Qibao Court, Lane 1555 Caobao Road', 31.1558, 121.3562],
    ],
  },
  {
    city: 'shanghai',
    zh: '宝山区',
    en: 'Baoshan',
    middle: [31.405, 121.49],
    speedKmh: 26,
    quarters: [
      ['顾村', 'Gucun', 31.346, 121.385],
      ['杨行', 'Yanghang', 31.375, 121.445],
    ],
    estates: [
      ['顾北路 600 弄菊泉苑', 'Juquan Court, Lane 600 Gubei Road', 31.3502, 121.3832],
      ['水产路 77 弄海江花园', 'Haijiang Garden, Lane 77 Shuichan Road', 31.379, 121.4896],
    ],
  },
]

/** As addresses write it: in Chinese with and without 区, in English. */
export function districtsOf({ zh, en, known = [], quarters }: Place): string[] {
  const short = zh.length === 3 ? [zh.slice(0, -1)] : []
  return [zh, ...short, ...known, en, ...quarters.flatMap(([zh, en]) => [zh, en])]
}

/** The parts of an area by each of their names. */
export const districtPointsOf = ({ quarters }: Place) =>
  Object.fromEntries(
    quarters.flatMap(([zh, en, lat, lng]) => [
      [zh, { lat, lng }],
      [en, { lat, lng }],
    ]),
  )

export function cityOfArea(area: string): City {
  const place = places.find(({ zh }) => zh === area)
  if (!place) throw new Error(`No area ${area}`)
  return place.city
}

const names = (text: string, separator = ' ') => text.trim().split(separator)

export const chineseNames = names(
  `
林晓岚 周建平 何美芳 吴志远 沈若溪 徐建明 宋立群 方磊 魏晨 谭颖 高敏华 丁浩 马晓燕 谢婷婷 孙文斌 赵清 邹国华 姚莉
龚建国 彭丽 黄嘉怡 金玉兰 罗斌 陈思雨 钱文 陆一鸣 胡斌 宋阳 何雅琴 毛俊 邱敏 曹雪芬 许国强 蒋文静 韩梅 冯刚 袁媛
程志鹏 傅晓东 潘丽娟 叶青 吕建华 施雨桐 严明 温如玉 季海峰 顾佳宁 章子涵 郑秀英 欧阳雪 梁栋 苏敏 卢卫东 汪洋 田甜
任志强 姜华 范小军 石磊 贾静 戴安宁 尹丽 薛峰 上官文`.replaceAll('\n', ' '),
)

export const englishNames = names(
  'Emma Clarke,Daniel Weber,Sofia Rossi,Lin Wei,Michael Tan,Hannah Lee,Oliver Smith,Priya Nair,' +
    'Jonas Berg,Chloe Martin,Kenji Mori,Grace Chen,Thomas Murphy,Ana Silva,Jiang Yu,Rachel Cohen,' +
    'Peter Novak,Mei Wong,Laura Fischer,Samuel Okoro,Isabelle Roy,David Kim,Nina Petrova,James Walker,' +
    'Amira Haddad,Lucas Meyer,Yuki Tanaka,Eleanor Hughes,Victor Lim,Marta Costa',
  ',',
)
