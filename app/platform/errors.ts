import type { RefusalKey } from '#app/i18n/keys.ts'

export type DomainErrorKind = 'not_found' | 'forbidden' | 'conflict' | 'invalid' | 'too_many'

/** A refusal a person can understand; its code is a message key. Anything else that is thrown is a bug. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  constructor(
    readonly kind: DomainErrorKind,
    readonly code: RefusalKey,
    readonly values: Record<string, string | number> = {},
  ) {
    super(`${kind}: ${code}`)
  }
}

export const notFound = () => new DomainError('not_found', 'notFound')
export const forbidden = () => new DomainError('forbidden', 'forbidden')

/** The state of things does not allow it. */
export const refused = (code: RefusalKey, values?: Record<string, string | number>) =>
  new DomainError('conflict', code, values)

/** What was sent is wrong in a way only the database knows. */
export const invalid = (code: RefusalKey, values?: Record<string, string | number>) =>
  new DomainError('invalid', code, values)

/** Tried too often; may be tried again after `seconds`. The sentence is told the minutes. */
export const tooMany = (code: RefusalKey, seconds: number) =>
  new DomainError('too_many', code, { seconds, minutes: Math.ceil(seconds / 60) })
