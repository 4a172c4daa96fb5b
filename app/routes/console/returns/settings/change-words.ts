import { type ReturnField, returnFields } from '#app/domain/accounts/audit-extras.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { type ReturnReason, returnReasons } from '#db/vocabulary/returns.ts'

export const isReturnField = (field: string): field is ReturnField =>
  returnFields.some((one) => one === field)

const isReason = (field: string): field is ReturnReason =>
  returnReasons.some((one) => one === field)

const ofTerms = ['nameZh', 'nameEn', 'place', 'active'] as const
export type ShownField = ReturnField | (typeof ofTerms)[number]

/** Of a term, its names, its place and whether it is in force are told too. */
export const isShownField = (field: string): field is ShownField =>
  isReturnField(field) || ofTerms.some((one) => one === field)

/** What changed of the settings of returns. */
export const sayReturnField = (t: Translate, field: ShownField): string =>
  isReason(field) ? t(`returns:reason.${field}`) : t(`returnSettings:field.${field}`)

/** As the audit log keeps it, said in words. */
export function sayReturnValue(t: Translate, field: ShownField, value: string): string {
  if (isReason(field)) {
    const [remedy, party] = value.split(' / ')
    return t('returnSettings:pair', {
      remedy: t(`returns:remedy.${remedy}` as 'returns:remedy.exchange'),
      party: t(`returns:party.${party}` as 'returns:party.factory'),
    })
  }
  const each = (kind: 'reason' | 'remedy') =>
    value
      .split(', ')
      .map((one) => t(`returns:${kind}.${one}` as 'returns:remedy.exchange'))
      .join(t('returnSettings:comma'))
  if (field === 'termReasons') return each('reason')
  if (field === 'termRemedies') return each('remedy')
  if (field === 'termUnopened' || field === 'active') {
    return t(value === 'true' ? 'returnSettings:yes' : 'returnSettings:no')
  }
  if (field === 'termSpan') {
    const [n, unit] = value.split(' ')
    return t(`returnSettings:terms.spanOf.${unit as 'days' | 'months'}`, { n })
  }
  return value
}
