import { z } from 'zod'
import { locales } from '#db/vocabulary/locales.ts'
import { roles, storeRoles, type Role } from '#db/vocabulary/roles.ts'
import { email, line } from '#app/platform/fields.ts'

/** A key chosen from a list, or nothing. */
const chosen = z
  .string()
  .optional()
  .transform((value, ctx) => {
    if (!value) return null
    const key = Number(value)
    if (Number.isSafeInteger(key) && key > 0) return key
    ctx.addIssue({ code: 'custom', message: 'validation:choose' })
    return z.NEVER
  })

const facts = {
  name: line(80),
  roles: z
    .array(z.enum(roles), { message: 'validation:roles' })
    .min(1, 'validation:roles')
    .transform((given) => roles.filter((role) => given.includes(role))),
  storeId: chosen,
  crewId: chosen,
}

const ofStore = (role: Role) => storeRoles.some((one) => one === role)

function placed(
  { roles, storeId, crewId }: { roles: Role[]; storeId: number | null; crewId: number | null },
  ctx: z.RefinementCtx,
) {
  if (roles.some(ofStore) && storeId === null) {
    ctx.addIssue({ code: 'custom', path: ['storeId'], message: 'validation:storeForRole' })
  }
  if (roles.includes('crew') && crewId === null) {
    ctx.addIssue({ code: 'custom', path: ['crewId'], message: 'validation:crewForRole' })
  }
}

export const PersonForm = z.object(facts).superRefine(placed)
export type PersonForm = z.infer<typeof PersonForm>

export const InviteForm = z.object({ ...facts, email, locale: z.enum(locales) }).superRefine(placed)
export type InviteForm = z.infer<typeof InviteForm>
