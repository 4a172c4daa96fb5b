import type { Problem } from '#app/domain/orders/judge-rows.server.ts'
import type { Translate } from '#app/i18n/keys.ts'

/** What is wrong with a cell, and what may have been meant. */
export function problemWords(
  t: Translate,
  { wrong, like, first }: Pick<Problem, 'wrong' | 'like' | 'first'>,
  between: string,
): string {
  if (first) return t('orders:import.wrong.differsFrom', first)
  const said = t(`orders:import.wrong.${wrong}`)
  if (!like || like.length === 0) return said
  return `${t('orders:import.wrong.like', { models: like.join(between) })} ${said}`
}
