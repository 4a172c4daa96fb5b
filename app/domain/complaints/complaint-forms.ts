import { z } from 'zod'
import { complaintSubjects, faultKinds } from '#db/vocabulary/complaints.ts'
import { submissionKey, text, version } from '#app/platform/fields.ts'
import { VerdictForm } from './verdict-form.ts'

const choose = { message: 'validation:choose' }
/** A colleague's key. */
const person = z.uuid(choose)

export const ComplaintOwnerForm = z.object({ version, owner: person })
export type ComplaintOwnerForm = z.output<typeof ComplaintOwnerForm>

export const AboutComplaintForm = z.object({ version, about: z.enum(complaintSubjects, choose) })
export type AboutComplaintForm = z.output<typeof AboutComplaintForm>

/** Whom it is about: those chosen, and one who is not on the list. */
export const NamePeopleForm = z.object({
  version,
  people: z.array(person).max(20).default([]),
  other: z
    .union([z.literal(''), person])
    .optional()
    .transform((value) => (value ? value : null)),
})
export type NamePeopleForm = z.output<typeof NamePeopleForm>

export const FindingForm = z.object({ body: text(5000), submissionKey })
export type FindingForm = z.output<typeof FindingForm>

export const AnswerComplaintForm = z.object({
  version,
  submissionKey,
  about: z.enum(complaintSubjects, choose),
  /** For colleagues. */
  cause: text(2000),
  /** What the customer is told. */
  resolution: text(5000),
})
export type AnswerComplaintForm = z.output<typeof AnswerComplaintForm>

export const TakeUpAgainForm = z.object({ version, reason: text(500) })
export type TakeUpAgainForm = z.output<typeof TakeUpAgainForm>

export const NoteVerdictForm = VerdictForm.safeExtend({ version })
export type NoteVerdictForm = z.output<typeof NoteVerdictForm>

export const CloseUnreachedForm = z.object({ version, reason: text(500) })
export type CloseUnreachedForm = z.output<typeof CloseUnreachedForm>

export const RaiseFaultForm = z.object({
  person,
  kind: z.enum(faultKinds, choose),
  what: text(2000),
})
export type RaiseFaultForm = z.output<typeof RaiseFaultForm>

export const AnswerFaultForm = z.object({ answer: text(2000) })
export type AnswerFaultForm = z.output<typeof AnswerFaultForm>

export const DecideFaultForm = z.object({
  /** When the answer that was read was given; empty for none. */
  answered: z.string().max(40).default(''),
  decision: z.enum(['verified', 'dismissed'], choose),
  why: text(2000),
})
export type DecideFaultForm = z.output<typeof DecideFaultForm>
