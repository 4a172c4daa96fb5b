import { z } from 'zod'
import { submissionKey, text } from '#app/platform/fields.ts'

/** RX-3: why the customer doesn't agree. */
export const AppealForm = z.object({ words: text(2000), submissionKey })
export type AppealForm = z.output<typeof AppealForm>
