/** Who works here (domain.md, “Who”). A person may hold several. */
export const roles = [
  'store_guide',
  'store_manager',
  'desk',
  'dispatcher',
  'crew',
  'caller',
  'warehouse',
  'purchaser',
  'aftersales_manager',
  'market_manager',
  'general_manager',
  'admin',
] as const
export type Role = (typeof roles)[number]

/** Roles that see their own store only; every other role is head office. */
export const storeRoles = ['store_guide', 'store_manager'] as const satisfies readonly Role[]
