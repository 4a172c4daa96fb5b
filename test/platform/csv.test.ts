import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from '#app/platform/csv.server.ts'

const read = (text: string) => parse(text, { bom: true, relax_column_count: true })

test('whatever is written is read again, cell by cell', () => {
  const text = fc.string({ unit: 'grapheme' }).map((value) => `x${value}`)
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      (rows) => {
        expect(read(csvOf(rows))).toEqual(rows)
      },
    ),
  )
})

test('Excel knows it as UTF-8, and its lines end as RFC 4180 has them', () => {
  expect(
    csvOf([
      ['顾客', 'a,b'],
      ['"', '两\n行'],
    ]),
  ).toBe('\uFEFF顾客,"a,b"\r\n"""","两\n行"\r\n')
})

test.each(['=1+1', '+cmd', '-1+1', '@SUM(A1)', '\tx', '\r=1', '＝1', '＋a', '－a', '＠a'])(
  'Q-22 %j is a text and no formula',
  (value) => {
    expect(read(csvOf([[value, 'b']]))).toEqual([[`'${value}`, 'b']])
  },
)

test.each(['-12.50', '+86 138 0000 4821', '-3', 'a=b', '3-5'])('%j stays as it is', (value) => {
  expect(read(csvOf([[value, 'b']]))).toEqual([[value, 'b']])
})
