import { z } from 'zod'
import { parties, type Party } from '#db/vocabulary/returns.ts'
import { optionalLine, optionalText, submissionKey, text, version } from '#app/platform/fields.ts'
import type { crewParties, staffParties } from './named-parties.ts'

/** RX-5: what one party bears; the crew or the colleague where it is known. */
export interface Share {
  party: Party
  percent: number
  note: string
  crewId: number | null
  staffId: string | null
}

export const isWhole = (shares: readonly { percent: number }[]) =>
  shares.reduce((sum, { percent }) => sum + percent, 0) === 100

/** A whole percentage; nothing typed is none. */
const percent = z
  .string()
  .optional()
  .transform((value, ctx) => {
    const typed = (value ?? '').normalize('NFKC').replace(/%$/, '').trim()
    if (typed === '') return 0
    if (/^\d{1,3}$/.test(typed) && Number(typed) <= 100) return Number(typed)
    ctx.addIssue({ code: 'custom', message: 'validation:percent' })
    return z.NEVER
  })

const crew = z
  .union([z.literal(''), z.coerce.number().int().positive()], { message: 'validation:choose' })
  .optional()
const person = z.union([z.literal(''), z.uuid()], { message: 'validation:choose' }).optional()

/** RX-5: cause, evidence and shares, one row a party. */
export const AnswerableForm = z
  .object({
    cause: text(2000),
    evidence: text(2000),
    /** Why it is changed; asked once there is one in force. */
    why: optionalText(1000),
    factoryPercent: percent,
    logisticsPercent: percent,
    installerPercent: percent,
    storePercent: percent,
    deskPercent: percent,
    customerPercent: percent,
    factoryNote: optionalLine(200),
    logisticsNote: optionalLine(200),
    installerNote: optionalLine(200),
    storeNote: optionalLine(200),
    deskNote: optionalLine(200),
    customerNote: optionalLine(200),
    logisticsCrew: crew,
    installerCrew: crew,
    storeStaff: person,
    deskStaff: person,
    version,
    submissionKey,
  })
  .transform((form, ctx) => {
    const shares = parties
      .map((party): Share => {
        const crewId = party === 'logistics' || party === 'installer' ? form[`${party}Crew`] : ''
        const staffId = party === 'store' || party === 'desk' ? form[`${party}Staff`] : ''
        return {
          party,
          percent: form[`${party}Percent`],
          note: form[`${party}Note`],
          crewId: crewId || null,
          staffId: staffId || null,
        }
      })
      .filter((share) => share.percent > 0)
    if (!isWhole(shares)) ctx.addIssue({ code: 'custom', message: 'sharesNotWhole' })
    const { cause, evidence, why, version, submissionKey } = form
    return { cause, evidence, why, shares, version, submissionKey }
  })
export type AnswerableForm = z.output<typeof AnswerableForm>

/** The fields of the form, for a page. */
export type AnswerableField =
  | 'cause'
  | 'evidence'
  | 'why'
  | `${Party}Percent`
  | `${Party}Note`
  | `${(typeof crewParties)[number]}Crew`
  | `${(typeof staffParties)[number]}Staff`

/** What somebody else says to a change of cause and shares. */
export const AnswerAnswerableForm = z
  .object({
    /** The change that was on the page. */
    answerability: z.coerce.number().int().positive(),
    answer: z.enum(['approve', 'refuse'], { message: 'validation:choose' }),
    reason: optionalText(1000),
  })
  .refine(({ answer, reason }) => answer === 'approve' || reason !== '', {
    path: ['reason'],
    message: 'validation:reason',
  })
export type AnswerAnswerableForm = z.output<typeof AnswerAnswerableForm>
