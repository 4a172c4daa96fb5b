import { z } from 'zod'
import { crewSteps } from '#db/vocabulary/visits.ts'

/** The steps that need nothing but a tap; finishing has a form of its own. */
export const tapSteps = crewSteps.filter((step) => step !== 'finished')
export type TapStep = (typeof tapSteps)[number]

export const RecordStepForm = z.object({ step: z.enum(tapSteps, { message: 'validation:choose' }) })
export type RecordStepForm = z.output<typeof RecordStepForm>
