import type { Translate } from '#app/i18n/keys.ts'
import { type Action, permissions } from '#app/platform/permissions.ts'
import { type Role, roles } from '#db/vocabulary/roles.ts'

/** The nouns of the table of permissions, as a reader looks for them. */
export const permissionAreas = {
  tickets: ['ticket', 'mail', 'follow-up'],
  visits: ['visit', 'record', 'custody', 'promise'],
  bookings: ['booking', 'roster', 'leave', 'supply'],
  orders: ['order'],
  returns: ['return', 'claim', 'complaint', 'fault', 'staff-record'],
  customers: ['customer'],
  knowledge: ['knowledge', 'phrase'],
  admin: ['duty', 'settings', 'message-log', 'people', 'audit'],
} as const satisfies Record<string, readonly Noun[]>
export type PermissionArea = keyof typeof permissionAreas

type Noun = Action extends infer A ? (A extends `${infer N}:${string}` ? N : never) : never
type WordOf<A> = A extends `${infer N}:${infer V}` ? `overviews:may.${N}.${V}` : never

export interface Permission {
  action: Action
  roles: readonly Role[]
}

/** What may be done to the nouns of an area, and by whom; with `role`, what that role may do. */
export function permissionsOf(area: PermissionArea, role: Role | null): Permission[] {
  const nouns: readonly string[] = permissionAreas[area]
  return (Object.entries(permissions) as [Action, readonly Role[]][])
    .filter(([action]) => nouns.includes(action.slice(0, action.indexOf(':'))))
    .filter(([, roles]) => role === null || roles.includes(role))
    .map(([action, held]) => ({ action, roles: roles.filter((one) => held.includes(one)) }))
}

/** A permission in the reader's words. */
export const sayAction = (t: Translate, action: Action): string =>
  t(`overviews:may.${action.replace(':', '.')}` as WordOf<Action>)
