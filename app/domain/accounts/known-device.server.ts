import { linkToken, newToken, sameSecret } from '#app/platform/tokens.server.ts'

/**
 * A mark for a browser in which this account has signed in. Its attempts are counted apart from everybody else's, so
 * that strangers who use up the account's attempts don't lock its owner out. It opens nothing by itself.
 */
export function markDevice(email: string): string {
  const name = newToken()
  return `${name}.${signature(email, name)}`
}

/** @returns the device's name when the mark is ours and was given for this account */
export function knownDevice(mark: string | null, email: string): string | null {
  const [name, signed] = mark?.split('.') ?? []
  if (!name || !signed) return null
  return sameSecret(signed, signature(email, name)) ? name : null
}

const signature = (email: string, name: string) => linkToken(`device:${email}:${name}`)
