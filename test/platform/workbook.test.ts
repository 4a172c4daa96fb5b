import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openArchive } from '#app/domain/orders/unzip.server.ts'
import { readWorkbook } from '#app/domain/orders/workbook.server.ts'
import { type SheetCell, workbookOf } from '#app/platform/workbook.server.ts'

async function bytesOf(rows: SheetCell[][], name = '台账') {
  const pieces: Buffer[] = []
  const columns = [
    { label: '单号', width: 12 },
    { label: '日期', width: 12 },
    { label: '金额', width: 12 },
  ]
  for await (const piece of workbookOf({ name, columns, rows })) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('texts, days, money and numbers are read again as what they are', async () => {
  const { rows } = await readWorkbook(
    await bytesOf([
      ['RX100001', { day: '2026-03-10' }, { minor: 197_405 }],
      [' <餐桌> & "椅"\n两行', { day: '2000-02-29' }, 7],
      [null, null, { minor: -50 }],
    ]),
    10,
  )
  expect(rows).toEqual([
    ['单号', '日期', '金额'],
    ['RX100001', '2026-03-10', '1974.05'],
    [' <餐桌> & "椅"\n两行', '2000-02-29', '7'],
    ['', '', '-0.5'],
  ])
})

test('any text comes out as it went in, but for what XML can’t hold', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((value) => `a${value}`)
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const { rows } = await readWorkbook(await bytesOf([[value]]), 10)
      expect(rows[1]).toEqual([value.replace(/[^\P{Cc}\n\r\t]|[\uFFFE\uFFFF]/gu, '')])
    }),
    { numRuns: 100 },
  )
})

test('Q-22 what begins like a formula is a text, in a cell that stays one', async () => {
  const bytes = await bytesOf([['=1+1', '@x', 'a']])
  const sheet = await openArchive(bytes, 1_000_000)('xl/worksheets/sheet1.xml')
  expect(sheet).not.toContain('<f>')
  expect(sheet).toContain('<c r="A2" s="4" t="inlineStr"><is><t xml:space="preserve">=1+1</t>')
  expect(sheet).toContain('<c r="C2" s="0" t="inlineStr">')
})

test('a sheet’s name is one that Excel takes', async () => {
  const bytes = await bytesOf([], `[2026/03]: ${'长'.repeat(40)} & co`)
  const workbook = await openArchive(bytes, 1_000_000)('xl/workbook.xml')
  const [, name] = /sheet name="([^"]*)"/.exec(workbook ?? '') ?? []
  expect(name).toHaveLength(31)
  expect(name).not.toMatch(/[[\]/:?*]/)
})

test('beyond the twenty-sixth column too', async () => {
  const columns = Array.from({ length: 30 }, (_, i) => ({ label: `c${i}`, width: 8 }))
  const pieces: Buffer[] = []
  for await (const piece of workbookOf({ name: 'x', columns, rows: [columns.map((_, i) => i)] })) {
    pieces.push(piece)
  }
  const { rows } = await readWorkbook(Buffer.concat(pieces), 10)
  expect(rows[1]).toEqual(columns.map((_, i) => String(i)))
})
