import type { Role } from '../vocabulary/roles.ts'

export const demoPassword = 'shangmen-demo'

/** Who can sign in to the demo, and as what. */
export const demoSignIns: { email: string; role: Role }[] = [
  { email: 'desk@demo.test', role: 'desk' },
  { email: 'dispatch@demo.test', role: 'dispatcher' },
  { email: 'crew1@demo.test', role: 'crew' },
  { email: 'crew2@demo.test', role: 'crew' },
  { email: 'caller@demo.test', role: 'caller' },
  { email: 'manager@demo.test', role: 'aftersales_manager' },
  { email: 'general@demo.test', role: 'general_manager' },
  { email: 'store1@demo.test', role: 'store_manager' },
  { email: 'warehouse@demo.test', role: 'warehouse' },
  { email: 'sales@demo.test', role: 'store_guide' },
  { email: 'purchase@demo.test', role: 'purchaser' },
  { email: 'admin@demo.test', role: 'admin' },
]
