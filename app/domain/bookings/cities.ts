/** Cities that addresses name without more ado, in both languages. */
const known: Record<string, string> = {
  北京: 'Beijing',
  上海: 'Shanghai',
  天津: 'Tianjin',
  重庆: 'Chongqing',
  石家庄: 'Shijiazhuang',
  太原: 'Taiyuan',
  呼和浩特: 'Hohhot',
  沈阳: 'Shenyang',
  大连: 'Dalian',
  长春: 'Changchun',
  哈尔滨: 'Harbin',
  南京: 'Nanjing',
  苏州: 'Suzhou',
  无锡: 'Wuxi',
  常州: 'Changzhou',
  南通: 'Nantong',
  杭州: 'Hangzhou',
  宁波: 'Ningbo',
  温州: 'Wenzhou',
  合肥: 'Hefei',
  福州: 'Fuzhou',
  厦门: 'Xiamen',
  泉州: 'Quanzhou',
  南昌: 'Nanchang',
  济南: 'Jinan',
  青岛: 'Qingdao',
  郑州: 'Zhengzhou',
  武汉: 'Wuhan',
  长沙: 'Changsha',
  广州: 'Guangzhou',
  深圳: 'Shenzhen',
  东莞: 'Dongguan',
  佛山: 'Foshan',
  珠海: 'Zhuhai',
  南宁: 'Nanning',
  海口: 'Haikou',
  成都: 'Chengdu',
  贵阳: 'Guiyang',
  昆明: 'Kunming',
  拉萨: 'Lhasa',
  西安: "Xi'an",
  兰州: 'Lanzhou',
  西宁: 'Xining',
  银川: 'Yinchuan',
  乌鲁木齐: 'Urumqi',
  香港: 'Hong Kong',
  澳门: 'Macau',
  台北: 'Taipei',
}

export interface City {
  zh: string
  en: string
}

const names = Object.keys(known).join('|')
const province = '^(?:中国)?(?:\\p{Script=Han}{2,8}?(?:省|自治区))?'
const district = '\\p{Script=Han}{1,6}?(?:(?<![小社])区|县|旗|镇|乡|街道)'

/** A city of the list where an address begins; a street that bears its name is none. */
const listed = new RegExp(`${province}(${names})(?:市|${district}|[,，]|$)`, 'u')
/** Any other that goes on with a district, so that “阳光城市花园” is none. */
const written = new RegExp(`${province}(\\p{Script=Han}{2,8}?)(?<![超菜夜闹])市${district}`, 'u')

const street =
  '(?!\\s+(?:(?:east|west|north|south|middle|central)\\s+)?(?:road|rd|street|st|avenue|ave|lane|lu|jie|dajie|dong|xi|nan|bei|zhong|mansion|building|plaza|garden)\\b)'
const latin = Object.entries(known).map(([zh, en]) => ({
  zh,
  en,
  named: new RegExp(`\\b${en.replace(/['\s]/g, "['\\s]?")}\\b${street}`, 'i'),
}))

/** The city an address plainly names, where it begins or in Latin letters; `null` when it names none. */
export function cityNamed(address: string): City | null {
  const said = address.normalize('NFKC')
  const joined = said.replace(/\s+/g, '')
  const zh = (listed.exec(joined) ?? written.exec(joined))?.[1]
  if (zh) return { zh, en: known[zh] ?? zh }
  const found = latin.find(({ named }) => named.test(said))
  return found ? { zh: found.zh, en: found.en } : null
}
