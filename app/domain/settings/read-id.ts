import { notFound } from '#app/platform/errors.ts'

/** A row's key in an address. @throws DomainError not_found */
export function readId(typed: string | undefined): number {
  if (!typed || !/^[1-9]\d{0,14}$/.test(typed)) throw notFound()
  return Number(typed)
}
