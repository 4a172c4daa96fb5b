import { z } from 'zod'
import { planModes } from '#db/vocabulary/planning.ts'

/** Which day is planned, and whether what has a crew may move. */
export const StartPlanForm = z.object({
  day: z.iso.date('validation:required'),
  mode: z.enum(planModes, 'validation:choose'),
})
export type StartPlanForm = z.output<typeof StartPlanForm>
