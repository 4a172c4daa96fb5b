import type { Locale } from '#db/vocabulary/locales.ts'

/** Old furniture that customers want taken along. */
export const takeAways: Record<Locale, readonly string[]> = {
  'zh-CN': ['旧沙发一套，三人位', '旧床垫一张', '旧餐桌一张，桌腿可拆', '旧衣柜两扇门'],
  en: ['An old three-seat sofa', 'One old mattress', 'An old table, the legs come off'],
}
