import { Secret, TOTP } from 'otpauth'

/** RFC 6238: 6 digits, a new code every 30 seconds, as every authenticator app has it. */
const codes = (secret: string, email = '', issuer = '') =>
  new TOTP({ secret: Secret.fromBase32(secret), label: email, issuer, digits: 6, period: 30 })

/** 160 bits, base32. */
export const newSecret = () => new Secret({ size: 20 }).base32

/** What the QR code says to the authenticator app. */
export const secretUri = (secret: string, email: string, issuer: string) =>
  codes(secret, email, issuer).toString()

/**
 * The 30-second step this code belongs to, a step to either side allowed for a phone's clock.
 * @returns null when the code is wrong, or not newer than the last that was accepted
 */
export function stepOf(
  secret: string,
  code: string,
  { now, after }: { now: Date; after: number | null },
): number | null {
  const totp = codes(secret)
  const timestamp = now.getTime()
  const delta = totp.validate({ token: code, timestamp, window: 1 })
  if (delta === null) return null
  const step = totp.counter({ timestamp }) + delta
  return after !== null && step <= after ? null : step
}
