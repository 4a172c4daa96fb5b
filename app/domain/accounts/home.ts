import type { Role } from '#db/vocabulary/roles.ts'

/** Where somebody begins: a crew on its phone, everybody else in the console. */
export const homeOf = (roles: readonly Role[]) =>
  roles.length > 0 && roles.every((role) => role === 'crew') ? '/crew' : '/console'
