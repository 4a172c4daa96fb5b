import { z } from 'zod'
import { entryKinds } from '#db/vocabulary/work.ts'
import { entryFormat } from './entry-format.ts'

const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value))

/**
 * What a phone writes on the outside of an entry: fields beside the form's own, each with a line before its name. The
 * times are by the phone's clock.
 */
export const Envelope = z.object({
  _key: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/),
  _kind: z.enum(entryKinds),
  _visit: z.coerce.number().int().positive(),
  /** When it was done. */
  _at: instant,
  /** When it was sent. */
  _sentAt: instant,
  _device: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  _format: z.coerce.number().int().min(1).max(entryFormat),
  /** The colleague who recorded it. */
  _by: z.string().max(64),
})
export type Envelope = z.output<typeof Envelope>

export const isEnvelopeField = (name: string) => name.startsWith('_')
