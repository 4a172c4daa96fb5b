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
  /** Invented housing estates on plausible roads: Chinese, English. */
  estates: readonly (readonly [string, string])[]
}

/** 服务区域, with where people live in them. */
export const places: readonly Place[] = [
  {
    city: 'suzhou',
    zh: '工业园区',
    en: 'Industrial Park',
    known: ['苏州工业园', 'Suzhou Industrial Park'],
    estates: [
      ['星湖街 200 号澄湖花园', 'Chenghu Garden, 200 Xinghu Street'],
      ['独墅湖大道 18 号翠湖雅居', 'Cuihu Court, 18 Dushuhu Avenue'],
      ['现代大道 66 号师惠坊', 'Shihui Square, 66 Xiandai Avenue'],
    ],
  },
  {
    city: 'suzhou',
    zh: '姑苏区',
    en: 'Gusu',
    estates: [
      ['平泷路 251 号枫桥里', 'Fengqiao Lane, 251 Pinglong Road'],
      ['人民路 1208 号双塔新村', 'Shuangta Village, 1208 Renmin Road'],
    ],
  },
  {
    city: 'suzhou',
    zh: '虎丘区',
    en: 'Huqiu',
    known: ['苏州高新区'],
    estates: [
      ['狮山路 88 号山语家园', 'Shanyu Homes, 88 Shishan Road'],
      ['科灵路 9 号理想湾', 'Lixiang Bay, 9 Keling Road'],
    ],
  },
  {
    city: 'suzhou',
    zh: '吴中区',
    en: 'Wuzhong',
    estates: [
      ['东吴北路 31 号石湖名苑', 'Shihu Court, 31 North Dongwu Road'],
      ['塔韵路 178 号尹山花苑', 'Yinshan Garden, 178 Tayun Road'],
    ],
  },
  {
    city: 'shanghai',
    zh: '浦东新区',
    en: 'Pudong',
    known: ['浦东'],
    estates: [
      ['花木路 88 弄银杏苑', 'Ginkgo Court, Lane 88 Huamu Road'],
      ['锦绣路 1020 弄森林湾', 'Forest Bay, Lane 1020 Jinxiu Road'],
    ],
  },
  {
    city: 'shanghai',
    zh: '徐汇区',
    en: 'Xuhui',
    estates: [
      ['田林路 130 弄田林新苑', 'Tianlin Court, Lane 130 Tianlin Road'],
      ['康健路 55 弄康宁小区', 'Kangning Estate, Lane 55 Kangjian Road'],
    ],
  },
  {
    city: 'shanghai',
    zh: '闵行区',
    en: 'Minhang',
    estates: [
      ['莘松路 380 弄绿梅公寓', 'Lvmei Apartments, Lane 380 Xinsong Road'],
      ['漕宝路 1555 弄七宝雅苑', 'Qibao Court, Lane 1555 Caobao Road'],
    ],
  },
  {
    city: 'shanghai',
    zh: '宝山区',
    en: 'Baoshan',
    estates: [
      ['顾北路 600 弄菊泉苑', 'Juquan Court, Lane 600 Gubei Road'],
      ['水产路 77 弄海江花园', 'Haijiang Garden, Lane 77 Shuichan Road'],
    ],
  },
]

/** As addresses write it: in Chinese with and without 区, in English. */
export function districtsOf({ zh, en, known = [] }: Place): string[] {
  const short = zh.length === 3 ? [zh.slice(0, -1)] : []
  return [zh, ...short, ...known, en]
}

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
