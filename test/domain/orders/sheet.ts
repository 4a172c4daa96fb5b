import { serial } from '#test/factories/serial.ts'
import type { Shop } from './scene.ts'

export const header = [
  '合同编号',
  '订货日期',
  '送货日期',
  '顾客',
  '手机',
  '地址',
  '型号',
  '数量',
  '单价',
  '导购',
]
/** A file as a store sends it. */
export const fileOf = (rows: string[][]) => ({
  name: '合同.csv',
  bytes: Buffer.from(rows.map((row) => row.join(',')).join('\n')),
  tooBig: false,
})
/** The number of a contract nobody has entered yet. */
export const fresh = () => `XS26-${String(serial()).padStart(5, '0')}`
/** One good line of it; `facts` by its column. */
export const row = (
  number: string,
  { wardrobe }: Shop,
  facts: Partial<Record<number, string>> = {},
) =>
  [
    number,
    '2026-03-10',
    '2026-03-24',
    '林晓岚',
    '13812340021',
    '上海市徐汇区漕溪路 18 号',
    wardrobe.model,
    '1',
    '4999',
    '周婷',
  ].map((cell, i) => facts[i] ?? cell)
