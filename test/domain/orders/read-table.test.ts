import { describe, expect, test } from 'vitest'
import { columns, dayIn } from '#app/domain/orders/columns.ts'
import { headerOf } from '#app/domain/orders/header.ts'
import { maxImportRows, readTable } from '#app/domain/orders/read-table.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { locales } from '#db/vocabulary/locales.ts'
import { excelDate, workbook, workbookParts, zip } from './workbook.ts'

const csv = '订单号,顾客姓名,单价\r\nXS1,林晓岚,"4,999.00"\r\n\r\nXS2,"王""大""明\n先生",5\r\n'
const asRead = [
  ['订单号', '顾客姓名', '单价'],
  ['XS1', '林晓岚', '4,999.00'],
  [''],
  ['XS2', '王"大"明 先生', '5'],
]
/** `csv` as Excel in China saves it. */
const gb18030 = Buffer.from(
  'b6a9b5a5bac52cb9cbbfcdd0d5c3fb2cb5a5bcdb0d0a5853312cc1d6cffee1b02c22342c3939392e3030220d0a0d0a5853322c22cdf52222b4f32222c3f70acfc8c9fa222c350d0a',
  'hex',
)

describe('a CSV file', () => {
  test.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${csv}`)],
    ['GB18030', gb18030],
    ['UTF-16', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['tabs between the cells', Buffer.from(csv.replace(/,(?!9)/g, '\t'))],
    ['semicolons between the cells', Buffer.from(csv.replace(/,(?!9)/g, ';'))],
  ])('in %s is read, each row at its number', async (_, bytes) => {
    expect(await readTable(bytes)).toEqual(asRead)
  })

  test('a stray quote and uneven rows harm nothing; trailing empty rows are none', async () => {
    expect(await readTable(Buffer.from('a,b\n5" wide,x,y\nz\n,,\n\n'))).toEqual([
      ['a', 'b'],
      ['5" wide', 'x', 'y'],
      ['z'],
    ])
  })

  test('2,000 rows are read, one more is said to be too many', async () => {
    const rows = (n: number) => Buffer.from(`a,b\n${'1,2\n'.repeat(n)}`)
    expect(await readTable(rows(maxImportRows))).toHaveLength(maxImportRows + 1)
    await expect(readTable(rows(maxImportRows + 1))).rejects.toMatchObject({
      code: 'importTooManyRows',
    })
  })
})

describe('an Excel workbook', () => {
  test('its first sheet is read: text, numbers, dates, and rows that aren’t there', async () => {
    const bytes = workbook([
      ['订单号', '订货日期', '手机', '单价', '备注'],
      ['XS1', excelDate(46350), 13812340021, 1299.1, '门 < 80 & 窗 > 90'],
      [],
      ['XS2', excelDate(46350.75), null, 0.1 + 0.2, null],
    ])
    expect(await readTable(bytes)).toEqual([
      ['订单号', '订货日期', '手机', '单价', '备注'],
      ['XS1', '2026-11-24', '13812340021', '1299.1', '门 < 80 & 窗 > 90'],
      [],
      ['XS2', '2026-11-24', '', '0.3'],
    ])
  })

  test('whatever it is called and however it is packed; text in the cell, formulas, reading aids', async () => {
    const parts = workbookParts([['x']])
    const sheet = parts['xl/worksheets/sheet9.xml']!
    const bytes = zip(
      {
        ...parts,
        'xl/worksheets/sheet9.xml': sheet.replace(
          /<sheetData>.*<\/sheetData>/,
          '<sheetData><row><c t="inlineStr"><is><r><t>订单</t></r><r><t>号</t></r></is></c><c t="str"><f>A1&amp;"x"</f><v>XS1</v></c><c t="e"><v>#N/A</v></c><c t="s"><v>0</v></c></row></sheetData>',
        ),
        'xl/sharedStrings.xml':
          '<sst><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>',
      },
      { stored: true },
    )
    expect(await readTable(bytes)).toEqual([['订单号', 'XS1', '#N/A', '東京']])
  })

  test('more than 2,000 rows are said to be too many; formatted empty ones are none', async () => {
    const full = workbook(Array.from({ length: maxImportRows + 2 }, () => ['x']))
    await expect(readTable(full)).rejects.toMatchObject({ code: 'importTooManyRows' })
    const parts = workbookParts([['x']])
    const empty = parts['xl/worksheets/sheet9.xml']!.replace(
      '</sheetData>',
      `${Array.from({ length: 5000 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"/></row>`).join('')}</sheetData>`,
    )
    expect(await readTable(zip({ ...parts, 'xl/worksheets/sheet9.xml': empty }))).toEqual([['x']])
  })
})

describe('Q-21 what is no table is refused, whatever it is called', () => {
  const parts = workbookParts([['订单号']])
  const withSheet = (xml: string) => zip({ ...parts, 'xl/worksheets/sheet9.xml': xml })

  test.each([
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'importOldExcel'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452ff00', 'hex'), 'importUnreadable'],
    ['an archive of something else', zip({ 'word/document.xml': '<a/>' }), 'importUnreadable'],
    ['half an archive', workbook([['x']]).subarray(0, 300), 'importUnreadable'],
    ['a sheet that is no XML', withSheet('<worksheet><sheetData><row'), 'importUnreadable'],
    ['six megabytes', Buffer.alloc(6_000_000, 'a'), 'importTooBig'],
  ])('%s', async (_, bytes, code) => {
    await expect(readTable(bytes)).rejects.toMatchObject({ kind: 'invalid', code })
  })

  test('a bomb: what it says of its size is not believed', async () => {
    const bomb = zip(
      { ...parts, 'xl/worksheets/sheet9.xml': Buffer.alloc(300_000_000) },
      { claim: 100 },
    )
    expect(bomb.length).toBeLessThan(5_000_000)
    const before = process.memoryUsage().rss
    await expect(readTable(bomb)).rejects.toMatchObject({ code: 'importUnreadable' })
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })

  test('a row with a huge number makes no rows before it', async () => {
    const far = withSheet(
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="999999999"><c r="XFD999999999"><v>1</v></c></row></sheetData></worksheet>',
    )
    expect(await readTable(far)).toEqual([['1']])
    const near = withSheet(
      '<worksheet><sheetData><row r="999999999"><c r="A999999999"><v>1</v></c></row></sheetData></worksheet>',
    )
    await expect(readTable(near)).rejects.toMatchObject({ code: 'importTooManyRows' })
  })

  test('entities of a document type are never resolved', async () => {
    const laughs = withSheet(
      `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(1000)}"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
    )
    const rows = await readTable(laughs).catch(() => [['']])
    expect(rows[0]![0]!.length).toBeLessThan(10)
  })
})

test.each(locales)('the template’s columns in %s are all known', (locale) => {
  const t = translate(locale)
  const header = headerOf([columns.map((column) => t(`orders:field.${column}`))])
  expect([...header!.at.keys()]).toEqual([...columns])
})

test('columns are known without case, spaces and brackets, in any order', () => {
  const header = headerOf([[''], ['单 价（元）', 'ORDER NO.', '联系电话', 'nonsense']])
  expect(header!.row).toBe(1)
  expect([...header!.at].map(([column, { index }]) => [column, index])).toEqual([
    ['unitPrice', 0],
    ['number', 1],
    ['phone', 2],
  ])
})

test('a title may stand above the columns', async () => {
  const rows = await readTable(Buffer.from('2026年11月合同\n苏州店\n\n订单号\t单价\nXS1\t4,999\n'))
  expect(headerOf(rows)).toMatchObject({ row: 3 })
  expect(rows[4]).toEqual(['XS1', '4,999'])
})

test('what a column was meant to be is guessed; a second one of the same is not used either', () => {
  const called = ['订单号', '手机号吗', '送货曰期', '顾客邮箱', '单号', '序号', '哪里不对']
  expect(headerOf([called])!.unused).toEqual([
    { called: '手机号吗', like: 'phone' },
    { called: '送货曰期', like: 'deliveryOn' },
    { called: '顾客邮箱', like: 'email' },
    { called: '单号', like: null },
  ])
})

test.each([
  ['2026-11-24', '2026-11-24'],
  ['2026/1/4', '2026-01-04'],
  ['2026.11.4', '2026-11-04'],
  ['2026年11月24日', '2026-11-24'],
  ['20261124', '2026-11-24'],
  ['2026/11/24 0:00', '2026-11-24'],
  ['24/11/2026', null],
  ['tomorrow', null],
])('the day of %s', (cell, day) => {
  expect(dayIn(cell)).toBe(day)
})
