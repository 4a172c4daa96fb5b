import { expect, test } from 'vitest'
import { inPieces, inShort, linesOf } from '#app/ui/paper/measure.ts'
import { inPages, part } from '#app/ui/paper/pages.tsx'

const room = { first: 100, further: 120 }
const rowsOf = (count: number, { follows = false, height = 10 } = {}) =>
  part({
    title: `${count}`,
    head: 10,
    follows,
    rows: Array.from({ length: count }, (_, i) => i),
    height: () => height,
    render: (rows) => rows.join(),
  })
const laid = (parts: ReturnType<typeof rowsOf>[]) =>
  inPages(parts, room).map((page) => page.map(({ from, to, part: { title } }) => [title, from, to]))

test('what fits stays on one page', () => {
  expect(laid([rowsOf(3), rowsOf(4)])).toEqual([
    [
      ['3', 0, 3],
      ['4', 0, 4],
    ],
  ])
})

test('a part goes on over the page between its rows, and no row is lost', () => {
  expect(laid([rowsOf(25)])).toEqual([[['25', 0, 9]], [['25', 9, 20]], [['25', 20, 25]]])
})

test('signatures never stand alone on a page', () => {
  expect(laid([rowsOf(5), rowsOf(2), rowsOf(1, { follows: true })])).toEqual([
    [['5', 0, 5]],
    [
      ['2', 0, 2],
      ['1', 0, 1],
    ],
  ])
})

test('a row higher than a page stands alone', () => {
  expect(laid([rowsOf(1), rowsOf(1, { height: 300 }), rowsOf(1)])).toHaveLength(3)
})

test('a long text is cut into pieces that say all of it', () => {
  const text = `${'左门下垂，铰链崩出。'.repeat(80)}${'W'.repeat(400)}`
  const pieces = inPieces(text, 160)
  expect(pieces.join('')).toBe(text)
  for (const piece of pieces) expect(linesOf(piece, 160)).toBeLessThanOrEqual(10)
  expect(inShort('一二三四', 3)).toBe('一二…')
})
