interface ProductText {
  model: string
  zh: string
  en: string
  warrantyMonths: number
  /** Fen. */
  price: number
}

const product = (
  model: string,
  zh: string,
  en: string,
  warrantyMonths: number,
  price: number,
): ProductText => ({ model, zh, en, warrantyMonths, price })

export const productTexts: readonly ProductText[] = [
  product('YS-S210', '三人布艺沙发', 'Three-seat fabric sofa', 24, 459_900),
  product('YS-S330', '转角真皮沙发', 'Corner leather sofa', 36, 1_288_000),
  product('YS-S105', '单人休闲椅', 'Lounge chair', 24, 139_900),
  product('YS-W320', '三门橡木衣柜', 'Three-door oak wardrobe', 60, 689_000),
  product('YS-W240', '推拉门衣柜', 'Sliding-door wardrobe', 60, 599_000),
  product('YS-W500', '整体衣帽间', 'Walk-in wardrobe', 60, 2_360_000),
  product('MH-K100', '橡木橱柜', 'Oak kitchen', 60, 2_890_000),
  product('MH-K220', '烤漆橱柜', 'Lacquered kitchen', 60, 2_580_000),
  product('MH-K300', '石英石台面', 'Quartz worktop', 60, 620_000),
  product('MH-D110', '实木室内门', 'Solid wood interior door', 36, 268_000),
  product('MH-D260', '铝合金推拉门', 'Aluminium sliding door', 36, 420_000),
  product('MH-D300', '入户门', 'Entrance door', 60, 498_000),
  product('TC-T600', '客厅地砖 600×600', 'Floor tile 600×600', 24, 4_800),
  product('TC-T300', '厨卫墙砖 300×600', 'Wall tile 300×600', 24, 3_200),
  product('MH-F120', '实木复合地板', 'Engineered wood floor', 60, 32_800),
  product('MH-F080', '强化地板', 'Laminate floor', 36, 12_900),
  product('MH-B900', '淋浴房 900×1200', 'Shower room 900×1200', 36, 388_000),
  product('MH-B210', '浴室柜', 'Bathroom cabinet', 24, 219_900),
  product('YS-B180', '实木双人床', 'Solid wood double bed', 36, 399_000),
  product('YS-B150', '软包床', 'Upholstered bed', 36, 458_000),
  product('YS-B120', '儿童上下床', "Children's bunk bed", 36, 528_000),
  product('YS-M180', '乳胶床垫', 'Latex mattress', 120, 369_000),
  product('YS-T160', '岩板餐桌', 'Stone dining table', 24, 429_000),
  product('YS-T140', '橡木餐桌', 'Oak dining table', 36, 319_000),
  product('YS-T090', '玻璃茶几', 'Glass coffee table', 24, 129_900),
  product('YS-C040', '餐椅', 'Dining chair', 24, 39_900),
  product('YS-N050', '床头柜', 'Bedside table', 24, 79_900),
  product('YS-C200', '书柜', 'Bookcase', 24, 269_000),
  product('YS-R150', '鞋柜', 'Shoe cabinet', 24, 149_900),
  product('YS-V180', '电视柜', 'TV cabinet', 24, 219_000),
  product('YS-D120', '六斗柜', 'Chest of drawers', 24, 189_000),
]

interface PiecesText {
  supplier: string
  pieces: { zh: string; en: string }[]
}

/** Who makes it, and the cartons it comes in. */
export const pieceTexts: Readonly<Record<string, PiecesText>> = {
  'YS-W320': {
    supplier: '湖州森木家具厂',
    pieces: [
      { zh: '柜体', en: 'Body' },
      { zh: '左门', en: 'Left door' },
      { zh: '中门', en: 'Middle door' },
      { zh: '右门', en: 'Right door' },
      { zh: '隔板和五金包', en: 'Shelves and fittings' },
    ],
  },
  'YS-S330': {
    supplier: '海宁皮艺沙发厂',
    pieces: [
      { zh: '左位', en: 'Left seat' },
      { zh: '转角位', en: 'Corner seat' },
      { zh: '贵妃位', en: 'Chaise' },
    ],
  },
  'YS-T160': {
    supplier: '佛山岩板餐桌厂',
    pieces: [
      { zh: '岩板台面', en: 'Stone top' },
      { zh: '桌架', en: 'Frame' },
    ],
  },
}

export const storeTexts = [
  {
    code: 'YQ',
    nameZh: '苏州园区店',
    nameEn: 'Suzhou Industrial Park store',
    cityZh: '苏州',
    cityEn: 'Suzhou',
    address: '苏州工业园区苏雅路 318 号 1 楼',
  },
  {
    code: 'GS',
    nameZh: '苏州姑苏店',
    nameEn: 'Suzhou Gusu store',
    cityZh: '苏州',
    cityEn: 'Suzhou',
    address: '苏州市姑苏区人民路 1255 号',
  },
  {
    code: 'PD',
    nameZh: '上海浦东店',
    nameEn: 'Shanghai Pudong store',
    cityZh: '上海',
    cityEn: 'Shanghai',
    address: '上海市浦东新区张杨路 2389 号 3 楼',
  },
] as const

/** One that was given up. */
export const closedStoreText = {
  code: 'XQ',
  nameZh: '苏州新区店',
  nameEn: 'Suzhou New District store',
  cityZh: '苏州',
  cityEn: 'Suzhou',
  address: '苏州市虎丘区狮山路 88 号',
} as const
