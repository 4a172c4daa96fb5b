import { describe, expect, test } from 'vitest'
import { knownPhone, phone } from '#app/platform/phone.server.ts'

const read = (value: string) => phone.safeParse(value).data ?? null

describe('IN-1: a number that can be called', () => {
  test.each([
    ['13800001234', '+8613800001234'],
    ['138 0000 1234', '+8613800001234'],
    ['+86 138-0000-1234', '+8613800001234'],
    ['0086 13800001234', '+8613800001234'],
    ['１３８００００１２３４', '+8613800001234'],
    ['0571-8888 8888', '+8657188888888'],
    ['010-6555 1234', '+861065551234'],
    ['400-820-1234', '+864008201234'],
    ['+1 202 555 0123', '+12025550123'],
    ['+852 2123 4567', '+85221234567'],
  ])('%s', (typed, kept) => {
    expect(read(typed)).toBe(kept)
  })
})

describe('IN-1: a number that can’t be called is refused', () => {
  test.each(['1380000123', '138000012345', '12000001234', '88888888', '8888888', '110', 'abc', ''])(
    '“%s”',
    (typed) => {
      expect(phone.safeParse(typed).error?.issues).toMatchObject([{ message: 'validation:phone' }])
    },
  )
})

test('a ticket is found by whatever reads as its number', () => {
  expect(knownPhone.parse('1380000123')).toBe('+861380000123')
  expect(knownPhone.parse('+86 (138) 0000-1234')).toBe('+8613800001234')
})
