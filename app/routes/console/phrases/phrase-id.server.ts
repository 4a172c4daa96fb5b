import { notFound } from '#app/platform/errors.ts'

/** @throws DomainError not_found for what can be no phrase's key */
export function phraseId(typed: string | undefined): number {
  if (!/^\d{1,9}$/.test(typed ?? '')) throw notFound()
  return Number(typed)
}
