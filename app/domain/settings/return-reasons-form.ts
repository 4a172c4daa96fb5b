import { z } from 'zod'
import {
  parties,
  type Party,
  type Remedy,
  remedies,
  type ReturnReason,
  returnReasons,
} from '#db/vocabulary/returns.ts'
import { optionalLine } from '#app/platform/fields.ts'

const choose = { message: 'validation:choose' }

const each = <K extends string, S extends z.ZodType>(prefix: K, schema: S) =>
  Object.fromEntries(returnReasons.map((reason) => [`${prefix}_${reason}`, schema])) as Record<
    `${K}_${ReturnReason}`,
    S
  >

/** RX-1: what each reason usually leads to, and who is usually answerable. */
export const ReturnReasonsForm = z
  .object({
    ...each('remedy', z.enum(remedies, choose)),
    ...each('party', z.enum(parties, choose)),
    seen: optionalLine(60),
  })
  .transform(({ seen, ...form }) => ({
    seen,
    reasons: Object.fromEntries(
      returnReasons.map((reason) => [
        reason,
        { remedy: form[`remedy_${reason}`], party: form[`party_${reason}`] },
      ]),
    ) as Record<ReturnReason, { remedy: Remedy; party: Party }>,
  }))
export type ReturnReasonsForm = z.output<typeof ReturnReasonsForm>
