import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCutShort, readTicketNumber, ticketNumber } from '#app/domain/tickets/ticket-number.ts'

const serials = fc.integer({ min: 100_042, max: 99_999_999 })

describe('ticket numbers', () => {
  test('the check digit is Damm’s: 572 gives 4', () => {
    expect(ticketNumber(572)).toBe('R572-4')
  })

  test.each(['R100042-', 'r 100042 ', '100042', 'Ｒ１０００４２－'])(
    'are read however they are typed: %s',
    (typed) => {
      const number = ticketNumber(100_042)
      expect(readTicketNumber(typed + number.at(-1))).toBe(number)
    },
  )

  test('one without its last digit is told apart from a wrong one', () => {
    expect(['R100042', '100042-', 'R10004'].map(isCutShort)).toEqual([true, true, true])
    expect([ticketNumber(100_042), 'R100042-0', '王'].map(isCutShort)).toEqual([
      false,
      false,
      false,
    ])
  })

  test('one wrong digit always shows', () => {
    fc.assert(
      fc.property(serials, fc.nat(), fc.integer({ min: 1, max: 9 }), (serial, at, by) => {
        const digits = ticketNumber(serial).replace(/\D/g, '')
        const place = at % digits.length
        const wrong = (Number(digits[place]) + by) % 10
        const misheard = digits.slice(0, place) + wrong + digits.slice(place + 1)
        expect(readTicketNumber(misheard)).toBeNull()
      }),
    )
  })

  test('two swapped neighbours always show', () => {
    fc.assert(
      fc.property(serials, fc.nat(), (serial, at) => {
        const digits = ticketNumber(serial).replace(/\D/g, '')
        const i = at % (digits.length - 1)
        fc.pre(digits[i] !== digits[i + 1])
        const swapped = digits.slice(0, i) + digits[i + 1] + digits[i] + digits.slice(i + 2)
        expect(readTicketNumber(swapped)).toBeNull()
      }),
    )
  })

  test.each(['', 'R', 'hello', '12', 'R100042-99', '1'.repeat(40)])('%o is none', (typed) => {
    expect(readTicketNumber(typed)).toBeNull()
  })
})
