import { z } from 'zod'
import { submissionKey } from '#app/platform/fields.ts'

export const visitPhotoStages = ['before', 'after', 'damage', 'custody'] as const

export const AddVisitPhotosForm = z.object({
  stage: z.enum(visitPhotoStages, { message: 'validation:choose' }),
  /** The key of the damage or the custody receipt it shows. */
  about: submissionKey.optional(),
  submissionKey,
})
export type AddVisitPhotosForm = z.output<typeof AddVisitPhotosForm>
