import type { Locale } from '#db/vocabulary/locales.ts'
import type { Role } from '#db/vocabulary/roles.ts'

/** Who acts. A customer is known by the private link to one ticket alone. */
export type Actor = StaffActor | CustomerActor | { kind: 'anonymous' } | { kind: 'job' }

export interface StaffActor {
  kind: 'staff'
  id: string
  name: string
  roles: readonly Role[]
  storeId: number | null
  crewId: number | null
  locale: Locale | null
}

export interface CustomerActor {
  kind: 'customer'
  ticketId: number
}
