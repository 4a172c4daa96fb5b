import { Resend } from 'resend'
import { environment } from './environment.server.ts'

interface Mail {
  to: string
  subject: string
  text: string
  html: string
  /** Where an answer goes, if not to the sender. */
  replyTo?: string
  idempotencyKey: string
}

type Delivery =
  | { outcome: 'sent'; providerId: string }
  | { outcome: 'no_provider' }
  | { outcome: 'rejected'; reason: string }

/** What trying again can't mend. */
const finalErrors = new Set([
  'validation_error',
  'missing_required_field',
  'invalid_from_address',
  'invalid_to_address',
  'invalid_parameter',
  'invalid_attachment',
  'invalid_idempotent_request',
])

/** Whether mails go out at all. */
export const mailProviderSet = () => environment().RESEND_API_KEY !== undefined

/**
 * Hands one mail to Resend.
 * @throws when trying later may help: no connection, 429, 5xx, a wrong key
 */
export async function postMail({ idempotencyKey, ...mail }: Mail): Promise<Delivery> {
  const { RESEND_API_KEY, RESEND_BASE_URL, MAIL_FROM } = environment()
  if (!RESEND_API_KEY) return { outcome: 'no_provider' }
  const resend = new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {})
  const { data, error } = await patiently(
    resend.emails.send({ from: MAIL_FROM, ...mail }, { idempotencyKey }),
  )
  if (data) return { outcome: 'sent', providerId: data.id }
  if (finalErrors.has(error.name))
    return { outcome: 'rejected', reason: `${error.name}: ${error.message}` }
  throw new Error(`mail provider: ${error.name}: ${error.message}`)
}

/** A provider that doesn't answer is tried again; the key keeps a late answer from being a second mail. */
export function patiently<T>(sending: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('mail provider: no answer in 8 s')), 8000)
  })
  return Promise.race([sending, late]).finally(() => clearTimeout(timer))
}
