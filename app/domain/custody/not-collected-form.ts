import { z } from 'zod'
import { text } from '#app/platform/fields.ts'

/** VS-5: why the original of an exchange stays at the home. */
export const NotCollectedForm = z.object({ reason: text(300, 'validation:reason') })
export type NotCollectedForm = z.output<typeof NotCollectedForm>
