import { z } from 'zod'
import { version } from '#app/platform/fields.ts'

export const PinVisitForm = z.object({ pinned: z.enum(['yes', 'no']), version })
export type PinVisitForm = z.output<typeof PinVisitForm>

/** A visit's version alone, for what needs nothing else said. */
export const VersionForm = z.object({ version })
