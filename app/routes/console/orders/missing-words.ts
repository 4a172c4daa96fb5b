import { useWords } from '#app/i18n/use-words.ts'
import type { Column } from '#app/domain/orders/columns.ts'
import type { ContractField } from '#db/vocabulary/orders.ts'

/** Fields of a contract as one phrase: 手机号、送货日期 · Phone, Delivery date. */
export function useMissingWords() {
  const { t, locale } = useWords()
  return (fields: readonly (ContractField | Column)[]) =>
    fields.map((field) => t(`orders:field.${field}`)).join(locale === 'en' ? ', ' : '、')
}
