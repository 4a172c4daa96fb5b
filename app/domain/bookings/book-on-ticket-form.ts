import { z } from 'zod'
import { optionalText, text } from '#app/platform/fields.ts'
import { windowField } from './window-field.ts'

/** A visit as the desk books it into a window. */
export const BookOnTicketForm = z.object({
  window: windowField,
  /** Minutes of work. */
  duration: z.coerce
    .number({ message: 'validation:duration' })
    .int('validation:duration')
    .min(5, 'validation:duration')
    .max(720, 'validation:duration'),
  work: text(2000),
  /** Why it is let in though the window is full; only a manager's word counts. */
  overbookReason: optionalText(500),
})
export type BookOnTicketForm = z.output<typeof BookOnTicketForm>
