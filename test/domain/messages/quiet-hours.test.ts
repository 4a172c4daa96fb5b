import { describe, expect, test } from 'vitest'
import { endOfQuiet, heldUntil } from '#app/domain/messages/quiet-hours.server.ts'
import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import { emailTemplates } from '#db/vocabulary/messages.ts'

const night = { from: '22:00', to: '08:00' }
/** On the wall clock in Shanghai. */
const at = (day: number, time: string) => new Date(`2026-03-${day}T${time}:00+08:00`)
const job = { kind: 'job' } as const

describe('quiet hours', () => {
  test.each([
    ['21:59', null],
    ['22:00', at(11, '08:00')],
    ['23:59', at(11, '08:00')],
    ['00:00', at(10, '08:00')],
    ['07:59', at(10, '08:00')],
    ['08:00', null],
  ])('over midnight, at %s', (time, end) => {
    expect(endOfQuiet(at(10, time), night)).toEqual(end)
  })

  test('within a day, and none', () => {
    const noon = { from: '12:00', to: '13:30' }
    expect(endOfQuiet(at(10, '12:30'), noon)).toEqual(at(10, '13:30'))
    expect(endOfQuiet(at(10, '13:30'), noon)).toBeNull()
    expect(endOfQuiet(at(10, '23:00'), null)).toBeNull()
    expect(endOfQuiet(at(10, '08:00'), { from: '08:00', to: '08:00' })).toBeNull()
  })

  const hold = (
    template: EmailTemplate,
    facts: object = {},
    actor: Parameters<typeof heldUntil>[1]['actor'] = job,
  ) => heldUntil({ template, facts }, { actor, now: at(10, '23:00'), quietHours: night })

  test('what can wait waits; what answers what somebody just did never does', () => {
    expect(hold('message-to-customer')).toEqual(at(11, '08:00'))
    expect(hold('ticket-resolved', {}, { kind: 'customer', ticketId: 1 })).toBeNull()
    expect(hold('visit-booked', {}, { kind: 'anonymous' })).toBeNull()
    expect(hold('ticket-received')).toBeNull()
  })

  test.each([
    'crew-on-the-way',
    'visit-late',
    'customer-no-show',
    'crew-no-show',
    'visit-reminder',
  ] as const)('%s is about the next hours: it goes out at once', (template) =>
    expect(hold(template)).toBeNull(),
  )

  test('a visit of the day the quiet hours end is told at once, a later one in the morning', () => {
    const moved = (start: Date, oldStart: Date) =>
      hold('visit-moved', { start: start.toISOString(), oldStart: oldStart.toISOString() })
    expect(moved(at(12, '09:00'), at(13, '09:00'))).toEqual(at(11, '08:00'))
    expect(moved(at(12, '09:00'), at(11, '09:00'))).toBeNull()
    expect(hold('visit-cancelled', { start: at(11, '20:00').toISOString() })).toBeNull()
    expect(hold('visit-cancelled', { start: at(12, '00:00').toISOString() })).toEqual(
      at(11, '08:00'),
    )
  })

  test('every template either waits or not on purpose: those that do are these', () => {
    const far = { start: at(30, '09:00').toISOString() }
    expect(emailTemplates.filter((one) => hold(one, far)).sort()).toEqual([
      'message-to-customer',
      'order-not-ready',
      'order-ready',
      'ticket-resolved',
      'visit-booked',
      'visit-cancelled',
      'visit-confirmed',
      'visit-finished',
      'visit-moved',
      'visit-parts-short',
    ])
  })
})
