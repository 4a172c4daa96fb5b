import type { z } from 'zod'
import { attempt } from '#app/domain/follow-ups/answers-form.ts'
import { VerdictForm } from './verdict-form.ts'

/** CP-1: the customer's verdict as a caller takes it down. */
export const VerdictOnCallForm = VerdictForm.safeExtend({ attempt })
export type VerdictOnCallForm = z.output<typeof VerdictOnCallForm>
