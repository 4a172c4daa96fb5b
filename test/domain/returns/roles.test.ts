import { describe, expect, test } from 'vitest'
import type { Action } from '#app/platform/permissions.ts'
import { may } from '#app/platform/permissions.ts'
import { type Role, roles } from '#db/vocabulary/roles.ts'

/** Who may, in full; whoever isn't named may not. */
const table: Partial<Record<Action, readonly Role[]>> = {
  'return:read': [
    'store_guide',
    'store_manager',
    'desk',
    'dispatcher',
    'caller',
    'warehouse',
    'purchaser',
    'aftersales_manager',
    'market_manager',
    'general_manager',
  ],
  'return:ask': ['store_guide', 'store_manager', 'desk', 'aftersales_manager'],
  'return:cost': ['desk', 'purchaser', 'aftersales_manager', 'market_manager', 'general_manager'],
  'return:decide': ['desk', 'aftersales_manager', 'general_manager'],
  'return:approve': ['aftersales_manager', 'general_manager'],
  'return:approve-high': ['general_manager'],
  'return:supply': ['warehouse', 'aftersales_manager'],
  'return:refund': ['desk', 'aftersales_manager'],
  'return:answerable': ['desk', 'aftersales_manager', 'general_manager'],
  'claim:read': ['desk', 'purchaser', 'aftersales_manager', 'market_manager', 'general_manager'],
  'claim:manage': ['purchaser', 'aftersales_manager'],
  'complaint:handle': ['aftersales_manager', 'general_manager'],
  'fault:decide': ['aftersales_manager', 'general_manager'],
  'staff-record:read': ['store_manager', 'aftersales_manager', 'general_manager'],
  'follow-up:inspect': ['aftersales_manager', 'general_manager'],
}

const holding = (role: Role) => ({
  kind: 'staff' as const,
  id: '00000000-0000-4000-8000-000000000000',
  name: '同事',
  roles: [role],
  storeId: null,
  crewId: null,
  locale: null,
})

describe.each(Object.entries(table) as [Action, readonly Role[]][])(
  'RX-2 CP-1 CP-3 %s',
  (action, allowed) => {
    test.each(roles)('%s', (role) => {
      expect(may(holding(role), action)).toBe(allowed.includes(role))
    })
    test.each([{ kind: 'anonymous' }, { kind: 'customer', ticketId: 1 }, { kind: 'job' }] as const)(
      'nobody who is no colleague: $kind',
      (actor) => {
        expect(may(actor, action)).toBe(false)
      },
    )
  },
)
