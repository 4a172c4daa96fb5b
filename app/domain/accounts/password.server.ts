import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'

/** argon2id, as OWASP's password storage sheet gives it: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string) => hash(password.normalize('NFC'), cost)

/** Verified against when there is nothing to verify against, so that both take the same time. */
const nobody = hash('nobody has this password', cost)

/** @param hashed null when there is no such account or it has no password yet; takes as long, and is false */
export async function passwordMatches(hashed: string | null, password: string): Promise<boolean> {
  const right = await verify(hashed ?? (await nobody), password.normalize('NFC'))
  return hashed !== null && right
}

/** A password somebody chooses: its length is all that is asked of it. */
export const newPassword = z
  .string({ message: 'validation:passwordShort' })
  .min(10, 'validation:passwordShort')
  .max(200, 'validation:passwordLong')

/** A password somebody has: anything they type may be tried. */
export const givenPassword = z
  .string({ message: 'validation:required' })
  .max(200, 'validation:passwordLong')
