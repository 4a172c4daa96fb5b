import { z } from 'zod'
import { skills } from '#db/vocabulary/visits.ts'
import { line, optionalLine } from '#app/platform/fields.ts'

const key = z.coerce
  .number({ message: 'validation:choose' })
  .int('validation:choose')
  .positive('validation:choose')

/** A crew: what it can, where it goes and with how many. `seen` is the stamp of what stood before. */
export const CrewForm = z.object({
  nameZh: line(40),
  nameEn: line(40),
  skills: z
    .array(z.enum(skills), { message: 'validation:skills' })
    .min(1, 'validation:skills')
    .transform((given) => skills.filter((skill) => given.includes(skill))),
  homeAreaId: key,
  /** Besides its home area. */
  areaIds: z
    .array(key)
    .optional()
    .transform((given) => given ?? []),
  vehicle: optionalLine(20),
  /** One of its members; nobody when it is empty. */
  leaderId: z
    .union([z.literal(''), z.uuid('validation:choose')])
    .optional()
    .transform((value) => value || null),
  membersNeeded: z.coerce
    .number({ message: 'validation:members' })
    .int('validation:members')
    .min(1, 'validation:members')
    .max(20, 'validation:members'),
  /** A checkbox: absent is no. */
  active: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  seen: optionalLine(60),
  strands: optionalLine(60),
})
export type CrewForm = z.output<typeof CrewForm>
