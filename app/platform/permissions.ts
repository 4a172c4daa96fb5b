import type { Role } from '#db/vocabulary/roles.ts'
import { storeRoles } from '#db/vocabulary/roles.ts'
import type { Actor, StaffActor } from './actor.ts'
import { forbidden } from './errors.ts'

const managers = ['aftersales_manager', 'market_manager', 'general_manager'] as const
const store = storeRoles
const readers = [...store, 'desk', 'dispatcher', 'caller', ...managers, 'admin'] as const

/** Who may do what: the one table. Which rows is each noun's `visibleTo`. */
export const permissions = {
  'ticket:read': readers,
  'ticket:register': [...store, 'desk', 'dispatcher', 'caller', 'aftersales_manager'],
  'ticket:note': [...store, 'desk', 'dispatcher', 'caller', 'aftersales_manager'],
  'ticket:message': ['desk', 'dispatcher', 'caller', 'aftersales_manager'],
  'ticket:triage': ['desk', 'aftersales_manager'],
  'ticket:resolve': ['desk', 'aftersales_manager'],
  'ticket:merge': ['desk', 'aftersales_manager'],
  'mail:review': ['desk', 'aftersales_manager'],
  'visit:read': ['desk', 'dispatcher', 'caller', ...managers],
  'visit:propose': ['desk', 'dispatcher', 'aftersales_manager'],
  'visit:change': ['desk', 'dispatcher', 'aftersales_manager'],
  'visit:dispatch': ['dispatcher', 'aftersales_manager'],
  'visit:work': ['crew'],
  'visit:inspect': ['aftersales_manager', 'general_manager'],
  'record:read': [...readers, 'crew'],
  'custody:read': [...store, 'desk', 'dispatcher', 'warehouse', ...managers],
  'custody:return': ['desk', 'dispatcher', 'warehouse', 'aftersales_manager'],
  'promise:read': ['desk', 'dispatcher', ...managers],
  'booking:read': ['desk', 'dispatcher', ...managers],
  'booking:manage': ['dispatcher', 'aftersales_manager'],
  'booking:overbook': ['aftersales_manager', 'general_manager'],
  'booking:settings': ['desk', 'dispatcher', 'aftersales_manager', 'admin'],
  'roster:read': ['desk', 'dispatcher', ...managers],
  'roster:manage': ['dispatcher', 'aftersales_manager'],
  'leave:ask': ['crew', 'dispatcher', 'aftersales_manager'],
  'leave:decide': ['dispatcher', 'aftersales_manager'],
  'leave:decide-late': ['aftersales_manager', 'general_manager'],
  'supply:manage': ['aftersales_manager', 'admin'],
  'order:read': [...store, 'desk', 'dispatcher', 'warehouse', ...managers],
  'order:enter': [...store, 'desk', 'aftersales_manager'],
  'order:check': ['desk', 'aftersales_manager'],
  'order:book': [...store, 'desk', 'dispatcher', 'aftersales_manager'],
  'order:receive': ['warehouse', 'aftersales_manager'],
  'follow-up:call': ['caller', 'aftersales_manager', 'general_manager'],
  'follow-up:inspect': ['aftersales_manager', 'general_manager'],
  'return:read': [...store, 'desk', 'dispatcher', 'caller', 'warehouse', 'purchaser', ...managers],
  'return:ask': [...store, 'desk', 'aftersales_manager'],
  'return:cost': ['desk', 'purchaser', ...managers],
  'return:decide': ['desk', 'aftersales_manager', 'general_manager'],
  'return:approve': ['aftersales_manager', 'general_manager'],
  'return:approve-high': ['general_manager'],
  'return:supply': ['warehouse', 'aftersales_manager'],
  'return:refund': ['desk', 'aftersales_manager'],
  'return:answerable': ['desk', 'aftersales_manager', 'general_manager'],
  'claim:read': ['desk', 'purchaser', ...managers],
  'claim:manage': ['purchaser', 'aftersales_manager'],
  'complaint:handle': ['aftersales_manager', 'general_manager'],
  'fault:decide': ['aftersales_manager', 'general_manager'],
  'staff-record:read': ['store_manager', 'aftersales_manager', 'general_manager'],
  'customer:read': readers,
  'customer:write': [...store, 'desk', 'caller', 'aftersales_manager'],
  'customer:merge': ['desk', 'aftersales_manager'],
  'customer:export': ['desk', 'aftersales_manager', 'general_manager', 'admin'],
  'customer:erase': ['aftersales_manager', 'general_manager', 'admin'],
  'knowledge:read': [...readers, 'crew'],
  'knowledge:write': ['desk', 'aftersales_manager'],
  'phrase:manage': ['desk', 'aftersales_manager', 'admin'],
  'duty:manage': ['aftersales_manager', 'admin'],
  'settings:manage': ['aftersales_manager', 'admin'],
  'message-log:read': ['admin', 'aftersales_manager', 'desk'],
  'people:manage': ['admin'],
  'audit:read': ['admin', 'general_manager'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof permissions

export function may(actor: Actor, action: Action): actor is StaffActor {
  const allowed: readonly Role[] = permissions[action]
  return actor.kind === 'staff' && actor.roles.some((role) => allowed.includes(role))
}

/** @throws DomainError forbidden */
export function authorize(actor: Actor, action: Action): asserts actor is StaffActor {
  if (!may(actor, action)) throw forbidden()
}

/** Staff whose every role for `action` is a store's see that store alone; `null` means all stores. */
export function storeScope(actor: StaffActor, action: Action): number[] | null {
  const allowed: readonly Role[] = permissions[action]
  const granting = actor.roles.filter((role) => allowed.includes(role))
  const headOffice = granting.some((role) => !(storeRoles as readonly Role[]).includes(role))
  if (headOffice) return null
  return granting.length > 0 && actor.storeId !== null ? [actor.storeId] : []
}
