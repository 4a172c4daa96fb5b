import type { Locale } from '#db/vocabulary/locales.ts'
import type { ContractField } from '#db/vocabulary/orders.ts'

/** A contract as its store wrote it. */
export interface Contract {
  number: string
  name: string
  /** E.164, or as it was written while it is no number. */
  phone: string
  email: string | null
  /** What the customer reads. */
  locale: Locale
  address: string
  /** Civil dates. */
  orderedOn: string
  deliveryOn: string | null
  clerk: string
  requirements: string | null
}

export interface ContractLine {
  productId: number
  quantity: number
  /** Minor units. */
  unitPrice: number
}

export interface Missing {
  field: ContractField
  why: 'missing' | 'unclear'
  /** What makes it unclear. */
  because?: Unclear
}

export type Unclear = 'callable' | 'digits' | 'short' | 'ahead' | 'beforeOrder' | 'past'

export const maxLines = 20
export const maxQuantity = 9999
const maxYuan = 99_999_999

/** A contract's number as it is kept: composed, in capitals. A digit in it keeps it apart from our own words. */
export const contractNumber = (typed: string) =>
  typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase()

export const isContractNumber = (number: string) =>
  /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(number) && /\p{Nd}/u.test(number)

/** Yuan as people write them, `¥1,299.00`. @returns minor units, or `null` when it is no price */
export function priceOf(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[\s,¥元]|RMB|CNY/gi, '')
  const [, yuan, decimals = ''] = /^(\d{1,8})(?:\.(\d{1,2})0*)?$/.exec(plain) ?? []
  if (yuan === undefined || Number(yuan) > maxYuan) return null
  return Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))
}

/** @returns a whole number of pieces, or `null` */
export function quantityOf(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim().replace(/\.0+$/, '')
  const quantity = /^\d{1,4}$/.test(plain) ? Number(plain) : 0
  return quantity > 0 && quantity <= maxQuantity ? quantity : null
}

const languages: Record<Locale, readonly string[]> = {
  'zh-CN': ['中文', '汉语', '普通话', '简体中文', 'chinese', 'zh', 'zh-cn'],
  en: ['英文', '英语', 'english', 'en', 'en-us', 'en-gb'],
}

/** A language as people write it; `null` when we don't write in it. */
export function localeOf(typed: string): Locale | null {
  const plain = typed.normalize('NFKC').trim().toLowerCase()
  return (Object.keys(languages) as Locale[]).find((one) => languages[one].includes(plain)) ?? null
}

/** How a price stands in a form: `1299.00`. */
export const priceTyped = (minor: number) => (minor / 100).toFixed(2)
