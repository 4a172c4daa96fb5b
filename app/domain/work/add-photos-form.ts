import { z } from 'zod'
import { submissionKey } from '#app/platform/fields.ts'

export const visitPhotoStages = ['before', 'after'] as const

export const AddVisitPhotosForm = z.object({
  stage: z.enum(visitPhotoStages, { message: 'validation:choose' }),
  submissionKey,
})
export type AddVisitPhotosForm = z.output<typeof AddVisitPhotosForm>
