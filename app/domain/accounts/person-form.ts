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

/** Said together with whatever else is wrong, not after it. */
const always = { when: () => true }

interface Placed {
  roles?: readonly Role[]
  storeId?: number | null
  crewId?: number | null
}
const inStore = ({ roles, storeId }: Placed) => !roles?.some(ofStore) || storeId !== null
const inCrew = ({ roles, crewId }: Placed) => !roles?.includes('crew') || crewId !== null
const storeNeeded = { ...always, path: ['storeId'], message: 'validation:storeForRole' }
const crewNeeded = { ...always, path: ['crewId'], message: 'validation:crewForRole' }

export const PersonForm = z.object(facts).refine(inStore, storeNeeded).refine(inCrew, crewNeeded)
export type PersonForm = z.infer<typeof PersonForm>

export const InviteForm = z
  .object({ ...facts, email, locale: z.enum(locales) })
  .refine(inStore, storeNeeded)
  .refine(inCrew, crewNeeded)
export type InviteForm = z.infer<typeof InviteForm>

/** The same, for an email that somebody has already: said at the field, with whatever else is wrong. */
export const inviteForm = (emailTaken: boolean): typeof InviteForm =>
  emailTaken
    ? InviteForm.refine(() => false, { ...always, path: ['email'], message: 'emailTaken' })
    : InviteForm
