import { alike, distance } from './alike.ts'

/** What a table of contracts may say, in the order of the file to start from. */
export const columns = [
  'number',
  'orderedOn',
  'deliveryOn',
  'name',
  'phone',
  'email',
  'locale',
  'address',
  'model',
  'quantity',
  'unitPrice',
  'clerk',
  'requirements',
] as const
export type Column = (typeof columns)[number]

/** Without these a table can't be read as contracts. */
export const neededColumns = ['number', 'orderedOn', 'model', 'quantity', 'unitPrice'] as const

/** What stores call them, in either language; letters are compared without case, spaces and what stands in brackets. */
const headers: Record<Column, readonly string[]> = {
  number: [
    '合同编号',
    '合同号',
    '订单编号',
    '订单号',
    '单号',
    'contract number',
    'contract no',
    'contract',
    'order number',
    'order no',
  ],
  orderedOn: [
    '订货日期',
    '下单日期',
    '签单日期',
    '签约日期',
    '合同日期',
    'order date',
    'ordered on',
    'contract date',
  ],
  deliveryOn: ['送货日期', '交货日期', '约定送货日期', 'delivery date', 'deliver on'],
  name: ['顾客姓名', '客户姓名', '顾客', '客户', '姓名', 'customer name', 'customer', 'name'],
  phone: [
    '手机号',
    '手机',
    '电话',
    '联系电话',
    '顾客电话',
    '客户电话',
    'phone',
    'phone number',
    'mobile',
    'telephone',
  ],
  email: ['邮箱', '电子邮箱', '电子邮件', 'email', 'e-mail', 'mail'],
  locale: [
    '顾客用的语言',
    '语言',
    '顾客语言',
    'language',
    'customer language',
    'customer’s language',
  ],
  address: ['送货地址', '收货地址', '地址', '顾客地址', '客户地址', 'delivery address', 'address'],
  model: ['产品型号', '型号', '货号', 'product model', 'model', 'sku', 'item'],
  quantity: ['数量', '件数', 'quantity', 'qty'],
  unitPrice: ['单价', '成交单价', 'unit price', 'price'],
  clerk: [
    '导购',
    '销售员',
    '开单人',
    '经手人',
    '业务员',
    'sales assistant',
    'clerk',
    'salesperson',
    'sales clerk',
    'sold by',
  ],
  requirements: [
    '特殊要求',
    '备注',
    '要求',
    'special requirements',
    'requirements',
    'remarks',
    'notes',
  ],
}

/** What a column may be called in a language. */
export const namesOf = (column: Column, locale: 'zh-CN' | 'en') =>
  headers[column].filter((name) => /\p{Script=Han}/u.test(name) === (locale === 'zh-CN'))

const plain = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]|[\s*:._-]/g, '')

const known = columns.flatMap((column) =>
  headers[column].map((header) => [plain(header), column] as const),
)
const columnOf = new Map(known)

/** The column that is called so. */
export const columnCalled = (header: string): Column | undefined => columnOf.get(plain(header))

/** The column our own list of mistakes adds. */
export const mistakesColumn = { 'zh-CN': '哪里不对', en: 'What is wrong' } as const

/** What tables have besides, and nobody misses: a running number, what the lines come to. */
const beside = ['序号', '小计', '金额', '合计', '总价', '#', 'sum', 'total', 'amount'].map(plain)
export const isBeside = (header: string) => beside.includes(plain(header))

/** Which of these columns was probably meant; in Chinese the word that counts stands last. */
export function columnLike(header: string, among: readonly Column[]): Column | null {
  const typed = plain(header)
  if (columnOf.has(typed)) return null
  const far = (name: string) => distance(typed, name) - (typed.endsWith(name) ? 1 : 0)
  const likely = known.filter(([name, column]) => among.includes(column) && alike(typed, name))
  return likely.sort(([a], [b]) => far(a) - far(b))[0]?.[1] ?? null
}

/** `2026-11-24`, `2026/11/24`, `2026.11.24`, `2026年11月24日`, `20261124`, each with a time behind it or without. */
export function dayIn(cell: string): string | null {
  const [, year, month, date] =
    /^(\d{4})(?:[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?|(\d{2})(\d{2}))(?:[T ].*)?$/
      .exec(cell.normalize('NFKC'))
      ?.filter((part) => part !== undefined) ?? []
  if (!year || !month || !date) return null
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}
