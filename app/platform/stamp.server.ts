import { createHash } from 'node:crypto'

/**
 * What stood when a form was filled, in short: the form carries it, and whatever stands differently when it is sent
 * was changed meanwhile. For facts that have no version of their own.
 */
export const stampOf = (facts: unknown): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22)
